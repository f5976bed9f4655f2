-- heeldiary: everything one diary file holds.
--
-- This file is the readable truth. The numbered steps in src/heeldiary/store/steps build a diary, and a test
-- holds the two together, comments included. It is SQLite 3.37 or newer, every table STRICT.
--
-- One entry is one row in `entry` (what all entries share) and one row in the table named like its type
-- (`pain`, `activity`, `sitting`, `massage`, `care`, `sore`; a plain note needs no second row). The day stands in both,
-- tied by a foreign key, so that weeks are read from one narrow index without a join.
-- What was deleted leaves the tables whole and a row in `tombstone`; so no query needs to remember to skip it.
-- `action` and `change` are the undo journal: one action of the person is one transaction and one undo step.
-- `undone` and `undone_change` are its mirror for redo; a new change empties them.
--
-- Words: a score is a whole number 0-10 (0 none, 10 worst). A day is the person's own local date, chosen, never
-- worked out from UTC. Times are ISO 8601 text with milliseconds: `at`, `started_at` and `ended_at` with the
-- offset of the place, `created_at`, `changed_at` and `deleted_at` in UTC.
-- For reading with another tool, start at the views at the end.

CREATE TABLE entry (
    -- What every entry has, whatever its type.
    id TEXT NOT NULL PRIMARY KEY,  -- random, 80 bits or more, so that two machines never pick the same
    type TEXT NOT NULL,            -- pain, activity, sitting, massage, care, sore or note
    day TEXT NOT NULL,             -- the diary day it belongs to, YYYY-MM-DD
    at TEXT NOT NULL,              -- when it was written down, local time with offset
    zone TEXT,                     -- the IANA name of the time zone then, if known
    late INTEGER NOT NULL,         -- 1 if written down more than 36 hours after its day began
    source TEXT NOT NULL,          -- typed, routine, or the name of an import
    note TEXT NOT NULL,            -- the person's words; may be empty
    created_at TEXT NOT NULL,      -- when this row came into this file
    changed_at TEXT NOT NULL,      -- when it last changed; the newer one wins when diaries are merged
    time TEXT,                     -- the time of day it happened, HH:MM local; null if not said
    CHECK (id GLOB '[a-z]*' AND id NOT GLOB '*[^a-z0-9]*' AND length(id) BETWEEN 4 AND 64),
    CHECK (type GLOB '[a-z]*' AND length(type) <= 20),
    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND day >= '1900-01-01' AND date(day, '+0 days') IS day),
    CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]' AND time < '24:00'),
    CHECK (julianday(at) IS NOT NULL AND length(at) = 29),
    CHECK (late IN (0, 1)),
    CHECK (length(source) BETWEEN 1 AND 40),
    CHECK (length(note) <= 20000),
    UNIQUE (id, day)
) STRICT;

-- A month's list, a day's page.
CREATE INDEX entry_by_day ON entry (day);

-- The few entries that were written down late, which the statistics leave out.
CREATE INDEX late_entries ON entry (id) WHERE late;

CREATE TABLE pain (
    -- One score of one foot at one moment of the day.
    id TEXT NOT NULL PRIMARY KEY,  -- the entry
    day TEXT NOT NULL,             -- the entry's day again
    foot TEXT NOT NULL,            -- left or right
    moment TEXT NOT NULL,          -- when it hurt; first-step is the main measure
    score INTEGER NOT NULL,        -- 0-10
    CHECK (foot IN ('left', 'right')),
    CHECK (moment IN ('first-step', 'average', 'worst', 'night', 'after-sitting', 'after-activity')),
    CHECK (score BETWEEN 0 AND 10),
    FOREIGN KEY (id, day) REFERENCES entry (id, day) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- These four moments come once a day and foot; the two after-moments as often as they happen.
CREATE UNIQUE INDEX pain_once_a_day ON pain (day, foot, moment)
    WHERE moment = 'first-step' OR moment = 'average' OR moment = 'worst' OR moment = 'night';

-- Every chart and calendar reads its scores from this index alone.
CREATE INDEX pain_by_day ON pain (day, moment, foot, score);

CREATE TABLE activity (
    -- Something the feet did: walking, running, standing, or a word of the person's own.
    id TEXT NOT NULL PRIMARY KEY,  -- the entry
    day TEXT NOT NULL,             -- the entry's day again
    kind TEXT NOT NULL,            -- what, with the capitals it was first written with
    minutes INTEGER,               -- how long; null if only steps are known
    steps INTEGER,                 -- steps walked; null if not counted
    surface TEXT,                  -- soft, hard or mixed ground; null if not said
    CHECK (length(kind) BETWEEN 1 AND 40),
    CHECK (minutes BETWEEN 0 AND 1440),
    CHECK (steps BETWEEN 0 AND 200000),
    CHECK (surface IN ('soft', 'hard', 'mixed')),
    CHECK (minutes IS NOT NULL OR steps IS NOT NULL),
    FOREIGN KEY (id, day) REFERENCES entry (id, day) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX activity_by_day ON activity (day, minutes, steps);

CREATE TABLE sitting (
    -- Time spent sitting, since the first steps after it hurt too.
    id TEXT NOT NULL PRIMARY KEY,  -- the entry
    day TEXT NOT NULL,             -- the entry's day again
    minutes INTEGER NOT NULL,      -- in all
    longest_minutes INTEGER,       -- the longest stretch without standing up, within `minutes`; null if not said
    CHECK (minutes BETWEEN 0 AND 1440),
    CHECK (longest_minutes BETWEEN 0 AND minutes),
    FOREIGN KEY (id, day) REFERENCES entry (id, day) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX sitting_by_day ON sitting (day, minutes);

CREATE TABLE massage (
    -- One session on one foot, by the routine's clock or noted by hand.
    id TEXT NOT NULL PRIMARY KEY,  -- the entry
    day TEXT NOT NULL,             -- the entry's day again
    foot TEXT NOT NULL,            -- left or right; a session on both feet is two entries
    routine TEXT,                  -- the name of the routine; null if noted by hand
    score_before INTEGER,          -- pain before, 0-10; null if not said
    score_after INTEGER,           -- pain after, 0-10; null if not said
    finished INTEGER NOT NULL,     -- 1 if every step was done, 0 for a part session
    started_at TEXT,               -- when the first step began; null if noted by hand
    ended_at TEXT,                 -- when it ended; null if noted by hand, or cut off (killed)
    CHECK (foot IN ('left', 'right')),
    CHECK (length(routine) BETWEEN 1 AND 40),
    CHECK (score_before BETWEEN 0 AND 10),
    CHECK (score_after BETWEEN 0 AND 10),
    CHECK (finished IN (0, 1)),
    CHECK (started_at IS NULL OR (julianday(started_at) IS NOT NULL AND length(started_at) = 29)),
    CHECK (ended_at IS NULL OR (julianday(ended_at) IS NOT NULL AND length(ended_at) = 29)),
    FOREIGN KEY (id, day) REFERENCES entry (id, day) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX massage_by_day ON massage (day, foot);

CREATE TABLE massage_step (
    -- One point of a session, in the order done.
    massage_id TEXT NOT NULL,      -- the session
    position INTEGER NOT NULL,     -- 1 for the first
    point TEXT NOT NULL,           -- ki1, shimian, heel, calf, arch, or a word of the routine's own
    seconds INTEGER NOT NULL,      -- for how long, 1 second to 30 minutes
    pressure TEXT,                 -- how hard, in a few words; null if not said
    feeling TEXT,                  -- what it felt like; null if not said
    score INTEGER,                 -- pain at this point, 0-10; null if not said
    CHECK (position >= 1),
    CHECK (length(point) BETWEEN 1 AND 40),
    CHECK (seconds BETWEEN 1 AND 1800),
    CHECK (length(pressure) BETWEEN 1 AND 40),
    CHECK (feeling IN ('painful', 'easing', 'warm', 'nothing', 'sharp')),
    CHECK (score BETWEEN 0 AND 10),
    PRIMARY KEY (massage_id, position),
    FOREIGN KEY (massage_id) REFERENCES massage (id) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE care (
    -- Anything else done for the foot: a visit, stretching, insoles, medicine, or a word of the person's own.
    id TEXT NOT NULL PRIMARY KEY,  -- the entry
    day TEXT NOT NULL,             -- the entry's day again
    kind TEXT NOT NULL,            -- what, with the capitals it was first written with
    minutes INTEGER,               -- how long; null if not said
    course TEXT,                   -- the course of visits it belongs to; null if none
    visit INTEGER,                 -- which visit of the course; null if none
    course_visits INTEGER,         -- how many visits are planned; null if not said
    until TEXT,                    -- the last day of something that lasts, as insoles do; null if one day
    CHECK (length(kind) BETWEEN 1 AND 40),
    CHECK (minutes BETWEEN 0 AND 1440),
    CHECK (length(course) BETWEEN 1 AND 40),
    CHECK (visit BETWEEN 1 AND 9999),
    CHECK (course_visits BETWEEN 1 AND 999),
    CHECK (course IS NOT NULL OR (visit IS NULL AND course_visits IS NULL)),
    CHECK (until IS NULL OR (date(until, '+0 days') IS until AND until >= day)),
    FOREIGN KEY (id, day) REFERENCES entry (id, day) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX care_by_day ON care (day);

-- The visits of one course, and the next one's number.
CREATE INDEX care_by_course ON care (course, visit);

CREATE TABLE care_session (
    -- A guided session that counts as care: a stretch or an exercise on one foot, by the routine's clock.
    care_id TEXT NOT NULL PRIMARY KEY,  -- the care entry
    foot TEXT NOT NULL,                 -- left or right; a session on both feet is two entries
    routine TEXT NOT NULL,              -- the name of the routine
    score_before INTEGER,               -- pain before, 0-10; null if not said
    score_after INTEGER,                -- pain after, 0-10; null if not said
    finished INTEGER NOT NULL,          -- 1 if every step was done, 0 for a part session
    started_at TEXT,                    -- when the first step began
    ended_at TEXT,                      -- when it ended; null if cut off (killed)
    CHECK (foot IN ('left', 'right')),
    CHECK (length(routine) BETWEEN 1 AND 40),
    CHECK (score_before BETWEEN 0 AND 10),
    CHECK (score_after BETWEEN 0 AND 10),
    CHECK (finished IN (0, 1)),
    CHECK (started_at IS NULL OR (julianday(started_at) IS NOT NULL AND length(started_at) = 29)),
    CHECK (ended_at IS NULL OR (julianday(ended_at) IS NOT NULL AND length(ended_at) = 29)),
    FOREIGN KEY (care_id) REFERENCES care (id) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE care_step (
    -- One set of such a session, in the order done.
    care_id TEXT NOT NULL,         -- the session
    position INTEGER NOT NULL,     -- 1 for the first
    point TEXT NOT NULL,           -- what was done, in the routine's word
    seconds INTEGER NOT NULL,      -- for how long, 1 second to 30 minutes
    repetitions INTEGER,           -- how often, whole ones; null if it has no tempo
    feeling TEXT,                  -- what it felt like; null if not said
    CHECK (position >= 1),
    CHECK (length(point) BETWEEN 1 AND 40),
    CHECK (seconds BETWEEN 1 AND 1800),
    CHECK (repetitions BETWEEN 0 AND 1800),
    CHECK (feeling IN ('painful', 'easing', 'warm', 'nothing', 'sharp')),
    PRIMARY KEY (care_id, position),
    FOREIGN KEY (care_id) REFERENCES care_session (care_id) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE sore (
    -- Where it hurts on a day, marked without a session; the areas are in sore_spot.
    id TEXT NOT NULL PRIMARY KEY,  -- the entry
    day TEXT NOT NULL,             -- the entry's day again
    foot TEXT NOT NULL,            -- left or right
    CHECK (foot IN ('left', 'right')),
    FOREIGN KEY (id, day) REFERENCES entry (id, day) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX sore_by_day ON sore (day, foot);

CREATE TABLE sore_spot (
    -- A place on the map of the foot that was marked as hurting, with the session of that day.
    entry_id TEXT NOT NULL,        -- the massage, or the care entry with a session
    position INTEGER NOT NULL,     -- 1 for the first
    spot TEXT NOT NULL,            -- heel-inner, arch, calf-outer, ...
    CHECK (position >= 1),
    CHECK (length(spot) BETWEEN 1 AND 40),
    PRIMARY KEY (entry_id, position),
    FOREIGN KEY (entry_id) REFERENCES entry (id) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX sore_spot_once ON sore_spot (entry_id, spot);

CREATE TABLE tag (
    -- A word the person puts on an entry to find it again.
    entry_id TEXT NOT NULL,        -- the entry
    position INTEGER NOT NULL,     -- 1 for the first
    tag TEXT NOT NULL,             -- the word, with the capitals it was first written with
    CHECK (position >= 1),
    CHECK (length(tag) BETWEEN 1 AND 40),
    PRIMARY KEY (entry_id, position),
    FOREIGN KEY (entry_id) REFERENCES entry (id) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX tag_once ON tag (entry_id, tag);

CREATE TABLE tombstone (
    -- An entry that was deleted, or undone: when diaries are merged it must not come back.
    id TEXT NOT NULL PRIMARY KEY,  -- the id that the entry had
    deleted_at TEXT NOT NULL       -- when
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    -- What the person has set; a setting that is not here has its default.
    name TEXT NOT NULL PRIMARY KEY,  -- as `heeldiary settings` prints it
    value TEXT NOT NULL,             -- as it is typed
    created_at TEXT NOT NULL,        -- when it was first set
    changed_at TEXT NOT NULL         -- when it was last set
) STRICT, WITHOUT ROWID;

CREATE TABLE routine (
    -- A routine of the person's own; the built-in ones are not here.
    name TEXT NOT NULL PRIMARY KEY,  -- as it is typed behind `heeldiary routine start`
    toml TEXT NOT NULL,              -- the routine, as a TOML text
    created_at TEXT NOT NULL,        -- when it came into this file
    changed_at TEXT NOT NULL,        -- when it last changed
    CHECK (length(name) BETWEEN 1 AND 40)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
    -- Which routine is meant for which days.
    routine TEXT NOT NULL PRIMARY KEY,  -- the routine's name
    days TEXT NOT NULL,                 -- daily; weekdays, as in: mon wed fri; or: every 2 days
    times INTEGER NOT NULL,             -- how often on such a day
    since TEXT NOT NULL,                -- the first day it holds for; every so many days counts from here
    created_at TEXT NOT NULL,           -- when it came into this file
    changed_at TEXT NOT NULL,           -- when it last changed
    CHECK (length(routine) BETWEEN 1 AND 40),
    CHECK (times BETWEEN 1 AND 9),
    CHECK (date(since, '+0 days') IS since)
) STRICT, WITHOUT ROWID;

CREATE TABLE pause (
    -- Days on which no plan holds: illness, travel.
    first_day TEXT NOT NULL PRIMARY KEY,  -- the first such day
    last_day TEXT NOT NULL,               -- the last
    reason TEXT NOT NULL,                 -- the person's words; may be empty
    created_at TEXT NOT NULL,             -- when it came into this file
    changed_at TEXT NOT NULL,             -- when it last changed
    CHECK (date(first_day, '+0 days') IS first_day),
    CHECK (date(last_day, '+0 days') IS last_day AND last_day >= first_day),
    CHECK (length(reason) <= 200)
) STRICT, WITHOUT ROWID;

CREATE TABLE factor (
    -- What the person has named for Links: held against the next morning's first steps.
    name TEXT NOT NULL PRIMARY KEY,  -- massage, steps, care:ice, tag:rain, ... as `heeldiary links declare` takes it
    position INTEGER NOT NULL,       -- 1 for the first named
    declared_on TEXT NOT NULL,       -- the diary day on which it was named
    dropped_on TEXT,                 -- the day since which it is named no more; what was tested still counts as tested
    created_at TEXT NOT NULL,        -- when it came into this file
    changed_at TEXT NOT NULL,        -- when it last changed
    CHECK (length(name) BETWEEN 1 AND 45),
    CHECK (position >= 1),
    CHECK (date(declared_on, '+0 days') IS declared_on),
    CHECK (dropped_on IS NULL OR date(dropped_on, '+0 days') IS dropped_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE experiment (
    -- A question that coins answer: which days or weeks are done one way, which the other.
    id TEXT NOT NULL PRIMARY KEY,  -- random, as an entry's
    question TEXT NOT NULL,        -- the person's words
    heads TEXT NOT NULL,           -- what is done where the coin says heads
    tails TEXT NOT NULL,           -- what is done where it says tails
    foot TEXT NOT NULL,            -- whose first steps are the outcome
    unit TEXT NOT NULL,            -- what a coin decides: day or week
    outcome TEXT NOT NULL,         -- next-morning, or same-morning for what is done before the first step
    worth INTEGER NOT NULL,        -- the difference in points that would be worth the trouble
    factor TEXT,                   -- the factor of Links it is about, told of there only after the end; null if none
    first_day TEXT NOT NULL,       -- its first diary day
    seed TEXT NOT NULL,            -- what the coins were thrown from, so that the draw can be checked
    draw TEXT NOT NULL,            -- the coins in order, a letter a day or week: H or T
    done TEXT NOT NULL,            -- a letter a day: y done as drawn, n not done, - not said
    stopped_on TEXT,               -- the day it was ended before its time; null if it was not
    created_at TEXT NOT NULL,      -- when it came into this file
    changed_at TEXT NOT NULL,      -- when it last changed
    CHECK (length(question) BETWEEN 1 AND 200),
    CHECK (length(heads) BETWEEN 1 AND 80),
    CHECK (length(tails) BETWEEN 1 AND 80),
    CHECK (foot IN ('left', 'right')),
    CHECK (unit IN ('day', 'week')),
    CHECK (outcome IN ('next-morning', 'same-morning')),
    CHECK (worth BETWEEN 1 AND 5),
    CHECK (length(factor) BETWEEN 1 AND 45),
    CHECK (date(first_day, '+0 days') IS first_day),
    CHECK (length(seed) = 32 AND seed NOT GLOB '*[^0-9a-f]*'),
    CHECK (length(draw) BETWEEN 1 AND 400 AND draw NOT GLOB '*[^HT]*'),
    CHECK (length(done) BETWEEN 1 AND 400 AND done NOT GLOB '*[^-yn]*'),
    CHECK (stopped_on IS NULL OR date(stopped_on, '+0 days') IS stopped_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE dismissal (
    -- A warning sign that the diary showed and the person put away.
    sign TEXT NOT NULL PRIMARY KEY,  -- which sign, of which foot, as in: high-left
    dismissed_on TEXT NOT NULL,      -- the diary day on which it was put away
    created_at TEXT NOT NULL,        -- when it came into this file
    changed_at TEXT NOT NULL,        -- when it last changed
    CHECK (length(sign) BETWEEN 1 AND 40),
    CHECK (date(dismissed_on, '+0 days') IS dismissed_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE replacing (
    -- Empty but for a moment: a row that is about to be replaced, while others hang on it.
    thing TEXT NOT NULL,           -- the table: entry, massage, care or care_session
    id TEXT NOT NULL,              -- the row's id
    PRIMARY KEY (thing, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ask_first (
    -- The answers given before a first massage session, and again every 90 days.
    id TEXT NOT NULL PRIMARY KEY,  -- random, as an entry's
    day TEXT NOT NULL,             -- the diary day on which they were given
    at TEXT NOT NULL,              -- when, local time with offset
    answers TEXT NOT NULL,         -- a JSON object: each question's name and true for yes, false for no
    outcome TEXT NOT NULL,         -- go; ask (a clinician first); or stop
    created_at TEXT NOT NULL,      -- when this row came into this file
    changed_at TEXT NOT NULL,      -- when it last changed
    CHECK (date(day, '+0 days') IS day),
    CHECK (julianday(at) IS NOT NULL AND length(at) = 29),
    CHECK (outcome IN ('go', 'ask', 'stop'))
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
    -- Something the person did that can be undone. Undoing it moves it to the table undone.
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- counts up and is never used twice; the highest is undone next
    at TEXT NOT NULL,                          -- when, in UTC
    what TEXT NOT NULL                         -- said back when it is undone; never holds a note's words
) STRICT;

CREATE TABLE change (
    -- One row that an action touched, as it was before.
    action INTEGER NOT NULL,       -- the action
    position INTEGER NOT NULL,     -- 1 for the first; undone from the last
    thing TEXT NOT NULL,           -- the table: entry, setting, ask_first, routine, plan, pause, factor, experiment or dismissal
    key TEXT NOT NULL,             -- the id, the name, or the first day
    before TEXT,                   -- the row as JSON; null if it was not there
    created_at TEXT,               -- the row's creation; null if it was not there
    CHECK (thing IN ('entry', 'setting', 'ask_first', 'routine', 'plan', 'pause', 'factor', 'experiment', 'dismissal')),
    PRIMARY KEY (action, position),
    FOREIGN KEY (action) REFERENCES action (number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE undone (
    -- Something that was undone and can be redone. A new change empties this table.
    number INTEGER PRIMARY KEY,    -- counts up; the highest is redone next
    at TEXT NOT NULL,              -- when it was undone, in UTC
    what TEXT NOT NULL             -- said back when it is redone; never holds a note's words
) STRICT;

CREATE TABLE undone_change (
    -- One row that it touched, as it was before it was undone.
    undone INTEGER NOT NULL,       -- what was undone
    position INTEGER NOT NULL,     -- 1 for the first
    thing TEXT NOT NULL,           -- the table, as in change
    key TEXT NOT NULL,             -- the id, the name, or the first day
    after TEXT,                    -- the row as JSON; null if it was not there
    created_at TEXT,               -- the row's creation; null if it was not there
    CHECK (thing IN ('entry', 'setting', 'ask_first', 'routine', 'plan', 'pause', 'factor', 'experiment', 'dismissal')),
    PRIMARY KEY (undone, position),
    FOREIGN KEY (undone) REFERENCES undone (number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE open_session (
    -- The routine session that was not brought to its end, so that it can go on; at most one.
    one INTEGER NOT NULL PRIMARY KEY,  -- always 1
    step INTEGER NOT NULL,             -- the undo step (action.number) that keeps it: taken back, it is gone
    state TEXT NOT NULL,               -- where it is, as JSON
    kept_at TEXT NOT NULL,             -- when it was last kept, in UTC
    CHECK (one = 1),
    FOREIGN KEY (step) REFERENCES action (number) ON DELETE CASCADE
) STRICT;

-- Foreign keys hold only while a program turns them on. These triggers hold whoever writes.
CREATE TRIGGER entry_type BEFORE INSERT ON entry
WHEN NEW.type NOT IN ('pain', 'activity', 'sitting', 'massage', 'care', 'sore', 'note')
BEGIN
    -- Which types there are.
    SELECT RAISE(ABORT, 'heeldiary: there is no such type of entry');
END;

CREATE TRIGGER entry_replaced AFTER INSERT ON entry
WHEN EXISTS (SELECT 1 FROM pain WHERE id = NEW.id AND (NEW.type <> 'pain' OR day <> NEW.day))
    OR EXISTS (SELECT 1 FROM activity WHERE id = NEW.id AND (NEW.type <> 'activity' OR day <> NEW.day))
    OR EXISTS (SELECT 1 FROM sitting WHERE id = NEW.id AND (NEW.type <> 'sitting' OR day <> NEW.day))
    OR EXISTS (SELECT 1 FROM massage WHERE id = NEW.id AND (NEW.type <> 'massage' OR day <> NEW.day))
    OR EXISTS (SELECT 1 FROM care WHERE id = NEW.id AND (NEW.type <> 'care' OR day <> NEW.day))
    OR EXISTS (SELECT 1 FROM sore WHERE id = NEW.id AND (NEW.type <> 'sore' OR day <> NEW.day))
BEGIN
    -- INSERT OR REPLACE would leave the other half of the old entry behind.
    SELECT RAISE(ABORT, 'heeldiary: this id has an entry of another type or day; change it with UPDATE');
END;

CREATE TRIGGER entry_is_replaced BEFORE INSERT ON entry
BEGIN
    -- INSERT OR REPLACE would take along what hangs on the old row. An insert that is ignored leaves this behind.
    DELETE FROM replacing WHERE thing = 'entry' AND id = NEW.id;
    INSERT INTO replacing (thing, id) SELECT 'entry', id FROM entry WHERE id = NEW.id AND (
        EXISTS (SELECT 1 FROM pain WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM activity WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM sitting WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM massage WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM care WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM sore WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM sore_spot WHERE entry_id = NEW.id)
        OR EXISTS (SELECT 1 FROM tag WHERE entry_id = NEW.id)
    );
END;

CREATE TRIGGER entry_stays_whole AFTER INSERT ON entry
WHEN EXISTS (SELECT 1 FROM replacing WHERE thing = 'entry' AND id = NEW.id)
BEGIN
    -- With foreign keys on it is gone; with foreign keys off it is still there.
    SELECT RAISE(ABORT, 'heeldiary: that would delete the rest of the entry; change it with UPDATE') WHERE NOT (
        EXISTS (SELECT 1 FROM pain WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM activity WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM sitting WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM massage WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM care WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM sore WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM sore_spot WHERE entry_id = NEW.id)
        OR EXISTS (SELECT 1 FROM tag WHERE entry_id = NEW.id)
    );
    DELETE FROM replacing WHERE thing = 'entry' AND id = NEW.id;
END;

CREATE TRIGGER massage_is_replaced BEFORE INSERT ON massage
BEGIN
    -- INSERT OR REPLACE would take along what hangs on the old row. An insert that is ignored leaves this behind.
    DELETE FROM replacing WHERE thing = 'massage' AND id = NEW.id;
    INSERT INTO replacing (thing, id) SELECT 'massage', id FROM massage WHERE id = NEW.id AND (
        EXISTS (SELECT 1 FROM massage_step WHERE massage_id = NEW.id)
    );
END;

CREATE TRIGGER massage_stays_whole AFTER INSERT ON massage
WHEN EXISTS (SELECT 1 FROM replacing WHERE thing = 'massage' AND id = NEW.id)
BEGIN
    -- With foreign keys on it is gone; with foreign keys off it is still there.
    SELECT RAISE(ABORT, 'heeldiary: that would delete the rest of the entry; change it with UPDATE') WHERE NOT (
        EXISTS (SELECT 1 FROM massage_step WHERE massage_id = NEW.id)
    );
    DELETE FROM replacing WHERE thing = 'massage' AND id = NEW.id;
END;

CREATE TRIGGER care_is_replaced BEFORE INSERT ON care
BEGIN
    -- INSERT OR REPLACE would take along what hangs on the old row. An insert that is ignored leaves this behind.
    DELETE FROM replacing WHERE thing = 'care' AND id = NEW.id;
    INSERT INTO replacing (thing, id) SELECT 'care', id FROM care WHERE id = NEW.id AND (
        EXISTS (SELECT 1 FROM care_session WHERE care_id = NEW.id)
    );
END;

CREATE TRIGGER care_stays_whole AFTER INSERT ON care
WHEN EXISTS (SELECT 1 FROM replacing WHERE thing = 'care' AND id = NEW.id)
BEGIN
    -- With foreign keys on it is gone; with foreign keys off it is still there.
    SELECT RAISE(ABORT, 'heeldiary: that would delete the rest of the entry; change it with UPDATE') WHERE NOT (
        EXISTS (SELECT 1 FROM care_session WHERE care_id = NEW.id)
    );
    DELETE FROM replacing WHERE thing = 'care' AND id = NEW.id;
END;

CREATE TRIGGER care_session_is_replaced BEFORE INSERT ON care_session
BEGIN
    -- INSERT OR REPLACE would take along what hangs on the old row. An insert that is ignored leaves this behind.
    DELETE FROM replacing WHERE thing = 'care_session' AND id = NEW.care_id;
    INSERT INTO replacing (thing, id) SELECT 'care_session', care_id FROM care_session WHERE care_id = NEW.care_id AND (
        EXISTS (SELECT 1 FROM care_step WHERE care_id = NEW.care_id)
    );
END;

CREATE TRIGGER care_session_stays_whole AFTER INSERT ON care_session
WHEN EXISTS (SELECT 1 FROM replacing WHERE thing = 'care_session' AND id = NEW.care_id)
BEGIN
    -- With foreign keys on it is gone; with foreign keys off it is still there.
    SELECT RAISE(ABORT, 'heeldiary: that would delete the rest of the entry; change it with UPDATE') WHERE NOT (
        EXISTS (SELECT 1 FROM care_step WHERE care_id = NEW.care_id)
    );
    DELETE FROM replacing WHERE thing = 'care_session' AND id = NEW.care_id;
END;

CREATE TRIGGER entry_keeps_others BEFORE UPDATE OF id ON entry
WHEN NEW.id <> OLD.id AND EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
BEGIN
    -- UPDATE OR REPLACE would delete the other entry.
    SELECT RAISE(ABORT, 'heeldiary: there is an entry with this id already');
END;

CREATE TRIGGER entry_keeps_type BEFORE UPDATE OF type ON entry WHEN NEW.type <> OLD.type
BEGIN
    -- Its other half is in the table of its type.
    SELECT RAISE(ABORT, 'heeldiary: an entry keeps its type; delete it and write another');
END;

CREATE TRIGGER entry_deleted AFTER DELETE ON entry
BEGIN
    -- All that hangs on an entry goes with it.
    DELETE FROM pain WHERE id = OLD.id;
    DELETE FROM activity WHERE id = OLD.id;
    DELETE FROM sitting WHERE id = OLD.id;
    DELETE FROM massage WHERE id = OLD.id;
    DELETE FROM care WHERE id = OLD.id;
    DELETE FROM sore WHERE id = OLD.id;
    DELETE FROM sore_spot WHERE entry_id = OLD.id;
    DELETE FROM tag WHERE entry_id = OLD.id;
END;

CREATE TRIGGER entry_moved AFTER UPDATE OF id, day ON entry WHEN NEW.id <> OLD.id OR NEW.day <> OLD.day
BEGIN
    -- All that hangs on an entry moves with it.
    UPDATE pain SET id = NEW.id, day = NEW.day WHERE id = OLD.id;
    UPDATE activity SET id = NEW.id, day = NEW.day WHERE id = OLD.id;
    UPDATE sitting SET id = NEW.id, day = NEW.day WHERE id = OLD.id;
    UPDATE massage SET id = NEW.id, day = NEW.day WHERE id = OLD.id;
    UPDATE care SET id = NEW.id, day = NEW.day WHERE id = OLD.id;
    UPDATE sore SET id = NEW.id, day = NEW.day WHERE id = OLD.id;
    UPDATE sore_spot SET entry_id = NEW.id WHERE entry_id = OLD.id;
    UPDATE tag SET entry_id = NEW.id WHERE entry_id = OLD.id;
END;

CREATE TRIGGER pain_has_entry BEFORE INSERT ON pain
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'pain')
BEGIN
    -- The entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the entry with this id, day and type comes first');
END;

CREATE TRIGGER pain_keeps_entry BEFORE UPDATE OF id, day ON pain
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'pain')
BEGIN
    -- The day is changed in the entry.
    SELECT RAISE(ABORT, 'heeldiary: change the id or the day in the table entry');
END;

CREATE TRIGGER pain_stays BEFORE DELETE ON pain WHEN EXISTS (SELECT 1 FROM entry WHERE id = OLD.id)
BEGIN
    -- An entry would be left without its other half, and its note with it.
    SELECT RAISE(ABORT, 'heeldiary: delete the row in the table entry, this one goes with it');
END;

CREATE TRIGGER activity_has_entry BEFORE INSERT ON activity
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'activity')
BEGIN
    -- The entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the entry with this id, day and type comes first');
END;

CREATE TRIGGER activity_keeps_entry BEFORE UPDATE OF id, day ON activity
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'activity')
BEGIN
    -- The day is changed in the entry.
    SELECT RAISE(ABORT, 'heeldiary: change the id or the day in the table entry');
END;

CREATE TRIGGER activity_stays BEFORE DELETE ON activity WHEN EXISTS (SELECT 1 FROM entry WHERE id = OLD.id)
BEGIN
    -- An entry would be left without its other half, and its note with it.
    SELECT RAISE(ABORT, 'heeldiary: delete the row in the table entry, this one goes with it');
END;

CREATE TRIGGER sitting_has_entry BEFORE INSERT ON sitting
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'sitting')
BEGIN
    -- The entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the entry with this id, day and type comes first');
END;

CREATE TRIGGER sitting_keeps_entry BEFORE UPDATE OF id, day ON sitting
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'sitting')
BEGIN
    -- The day is changed in the entry.
    SELECT RAISE(ABORT, 'heeldiary: change the id or the day in the table entry');
END;

CREATE TRIGGER sitting_stays BEFORE DELETE ON sitting WHEN EXISTS (SELECT 1 FROM entry WHERE id = OLD.id)
BEGIN
    -- An entry would be left without its other half, and its note with it.
    SELECT RAISE(ABORT, 'heeldiary: delete the row in the table entry, this one goes with it');
END;

CREATE TRIGGER massage_has_entry BEFORE INSERT ON massage
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'massage')
BEGIN
    -- The entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the entry with this id, day and type comes first');
END;

CREATE TRIGGER massage_keeps_entry BEFORE UPDATE OF id, day ON massage
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'massage')
BEGIN
    -- The day is changed in the entry.
    SELECT RAISE(ABORT, 'heeldiary: change the id or the day in the table entry');
END;

CREATE TRIGGER massage_stays BEFORE DELETE ON massage WHEN EXISTS (SELECT 1 FROM entry WHERE id = OLD.id)
BEGIN
    -- An entry would be left without its other half, and its note with it.
    SELECT RAISE(ABORT, 'heeldiary: delete the row in the table entry, this one goes with it');
END;

CREATE TRIGGER care_has_entry BEFORE INSERT ON care
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'care')
BEGIN
    -- The entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the entry with this id, day and type comes first');
END;

CREATE TRIGGER care_keeps_entry BEFORE UPDATE OF id, day ON care
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'care')
BEGIN
    -- The day is changed in the entry.
    SELECT RAISE(ABORT, 'heeldiary: change the id or the day in the table entry');
END;

CREATE TRIGGER care_stays BEFORE DELETE ON care WHEN EXISTS (SELECT 1 FROM entry WHERE id = OLD.id)
BEGIN
    -- An entry would be left without its other half, and its note with it.
    SELECT RAISE(ABORT, 'heeldiary: delete the row in the table entry, this one goes with it');
END;

CREATE TRIGGER sore_has_entry BEFORE INSERT ON sore
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'sore')
BEGIN
    -- The entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the entry with this id, day and type comes first');
END;

CREATE TRIGGER sore_keeps_entry BEFORE UPDATE OF id, day ON sore
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND day = NEW.day AND type = 'sore')
BEGIN
    -- The day is changed in the entry.
    SELECT RAISE(ABORT, 'heeldiary: change the id or the day in the table entry');
END;

CREATE TRIGGER sore_stays BEFORE DELETE ON sore WHEN EXISTS (SELECT 1 FROM entry WHERE id = OLD.id)
BEGIN
    -- An entry would be left without its other half, and its note with it.
    SELECT RAISE(ABORT, 'heeldiary: delete the row in the table entry, this one goes with it');
END;

CREATE TRIGGER massage_step_has_massage BEFORE INSERT ON massage_step
WHEN NOT EXISTS (SELECT 1 FROM massage WHERE id = NEW.massage_id)
BEGIN
    -- A row of massage comes first.
    SELECT RAISE(ABORT, 'heeldiary: the row of massage that it belongs to comes first');
END;

CREATE TRIGGER massage_takes_massage_step AFTER DELETE ON massage
BEGIN
    -- What hangs on it goes with it.
    DELETE FROM massage_step WHERE massage_id = OLD.id;
END;

CREATE TRIGGER massage_moves_massage_step AFTER UPDATE OF id ON massage WHEN NEW.id <> OLD.id
BEGIN
    -- What hangs on it moves with it.
    UPDATE massage_step SET massage_id = NEW.id WHERE massage_id = OLD.id;
END;

CREATE TRIGGER care_session_has_care BEFORE INSERT ON care_session
WHEN NOT EXISTS (SELECT 1 FROM care WHERE id = NEW.care_id)
BEGIN
    -- A row of care comes first.
    SELECT RAISE(ABORT, 'heeldiary: the row of care that it belongs to comes first');
END;

CREATE TRIGGER care_takes_care_session AFTER DELETE ON care
BEGIN
    -- What hangs on it goes with it.
    DELETE FROM care_session WHERE care_id = OLD.id;
END;

CREATE TRIGGER care_moves_care_session AFTER UPDATE OF id ON care WHEN NEW.id <> OLD.id
BEGIN
    -- What hangs on it moves with it.
    UPDATE care_session SET care_id = NEW.id WHERE care_id = OLD.id;
END;

CREATE TRIGGER care_step_has_care_session BEFORE INSERT ON care_step
WHEN NOT EXISTS (SELECT 1 FROM care_session WHERE care_id = NEW.care_id)
BEGIN
    -- A row of care_session comes first.
    SELECT RAISE(ABORT, 'heeldiary: the row of care_session that it belongs to comes first');
END;

CREATE TRIGGER care_session_takes_care_step AFTER DELETE ON care_session
BEGIN
    -- What hangs on it goes with it.
    DELETE FROM care_step WHERE care_id = OLD.care_id;
END;

CREATE TRIGGER care_session_moves_care_step AFTER UPDATE OF care_id ON care_session WHEN NEW.care_id <> OLD.care_id
BEGIN
    -- What hangs on it moves with it.
    UPDATE care_step SET care_id = NEW.care_id WHERE care_id = OLD.care_id;
END;

CREATE TRIGGER sore_spot_has_entry BEFORE INSERT ON sore_spot
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)
BEGIN
    -- A row of entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the row of entry that it belongs to comes first');
END;

CREATE TRIGGER tag_has_entry BEFORE INSERT ON tag
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)
BEGIN
    -- A row of entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the row of entry that it belongs to comes first');
END;

CREATE TRIGGER change_has_action BEFORE INSERT ON change
WHEN NOT EXISTS (SELECT 1 FROM action WHERE number = NEW.action)
BEGIN
    -- A row of action comes first.
    SELECT RAISE(ABORT, 'heeldiary: the row of action that it belongs to comes first');
END;

CREATE TRIGGER pain_keeps_others BEFORE INSERT ON pain
WHEN NEW.moment IN ('first-step', 'average', 'worst', 'night') AND EXISTS (
    SELECT 1 FROM pain WHERE day = NEW.day AND foot = NEW.foot AND moment = NEW.moment AND id <> NEW.id
)
BEGIN
    -- INSERT OR REPLACE would tear the other entry, INSERT OR IGNORE would leave this one without its score.
    SELECT RAISE(ABORT, 'heeldiary: that day, foot and moment has a score already; delete one of the two entries');
END;

CREATE TRIGGER massage_step_keeps_massage BEFORE UPDATE OF massage_id ON massage_step
WHEN NOT EXISTS (SELECT 1 FROM massage WHERE id = NEW.massage_id)
BEGIN
    -- It would hang on nothing.
    SELECT RAISE(ABORT, 'heeldiary: there is no such row of massage');
END;

CREATE TRIGGER care_session_keeps_care BEFORE UPDATE OF care_id ON care_session
WHEN NOT EXISTS (SELECT 1 FROM care WHERE id = NEW.care_id)
BEGIN
    -- It would hang on nothing.
    SELECT RAISE(ABORT, 'heeldiary: there is no such row of care');
END;

CREATE TRIGGER care_step_keeps_care_session BEFORE UPDATE OF care_id ON care_step
WHEN NOT EXISTS (SELECT 1 FROM care_session WHERE care_id = NEW.care_id)
BEGIN
    -- It would hang on nothing.
    SELECT RAISE(ABORT, 'heeldiary: there is no such row of care_session');
END;

CREATE TRIGGER sore_spot_keeps_entry BEFORE UPDATE OF entry_id ON sore_spot
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)
BEGIN
    -- It would hang on nothing.
    SELECT RAISE(ABORT, 'heeldiary: there is no such row of entry');
END;

CREATE TRIGGER tag_keeps_entry BEFORE UPDATE OF entry_id ON tag
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)
BEGIN
    -- It would hang on nothing.
    SELECT RAISE(ABORT, 'heeldiary: there is no such row of entry');
END;

CREATE TRIGGER change_keeps_action BEFORE UPDATE OF action ON change
WHEN NOT EXISTS (SELECT 1 FROM action WHERE number = NEW.action)
BEGIN
    -- It would hang on nothing.
    SELECT RAISE(ABORT, 'heeldiary: there is no such row of action');
END;

CREATE TRIGGER undone_change_has_undone BEFORE INSERT ON undone_change
WHEN NOT EXISTS (SELECT 1 FROM undone WHERE number = NEW.undone)
BEGIN
    -- A row of undone comes first.
    SELECT RAISE(ABORT, 'heeldiary: the row of undone that it belongs to comes first');
END;

CREATE TRIGGER undone_change_keeps_undone BEFORE UPDATE OF undone ON undone_change
WHEN NOT EXISTS (SELECT 1 FROM undone WHERE number = NEW.undone)
BEGIN
    -- It would hang on nothing.
    SELECT RAISE(ABORT, 'heeldiary: there is no such row of undone');
END;

CREATE TRIGGER undone_takes_undone_change AFTER DELETE ON undone
BEGIN
    -- What hangs on it goes with it.
    DELETE FROM undone_change WHERE undone = OLD.number;
END;

CREATE TRIGGER action_takes_change AFTER DELETE ON action
BEGIN
    -- What hangs on it goes with it.
    DELETE FROM change WHERE action = OLD.number;
END;

CREATE TRIGGER action_takes_open_session AFTER DELETE ON action
BEGIN
    -- What hangs on it goes with it.
    DELETE FROM open_session WHERE step = OLD.number;
END;

CREATE VIEW first_step_mornings AS
-- The main measure, a row per day that has one: pain at the first steps after getting up, per foot, 0-10.
SELECT
    day,                                            -- the morning
    max(score) FILTER (WHERE foot = 'left') AS left,    -- null: not logged
    max(score) FILTER (WHERE foot = 'right') AS right   -- null: not logged
FROM pain WHERE moment = 'first-step' GROUP BY day;

CREATE VIEW pain_scores AS
-- Every pain score with when it was written down and its note.
SELECT day, at, foot, moment, score, late, note, id, time FROM entry JOIN pain USING (id, day);

CREATE VIEW activities AS
-- Every activity.
SELECT day, at, kind, minutes, steps, surface, source, note, id, time FROM entry JOIN activity USING (id, day);

CREATE VIEW sittings AS
-- Every sitting.
SELECT day, at, minutes, longest_minutes, note, id, time FROM entry JOIN sitting USING (id, day);

CREATE VIEW massages AS
-- Every massage session with its seconds in all; massage_step has them point by point.
SELECT
    day, at, foot, routine,
    (SELECT coalesce(sum(seconds), 0) FROM massage_step WHERE massage_id = massage.id) AS seconds,
    score_before, score_after, finished, started_at, ended_at, note, id, time
FROM entry JOIN massage USING (id, day);

CREATE VIEW care_given AS
-- Every care entry.
SELECT day, at, kind, minutes, course, visit, course_visits, until, note, id, time FROM entry JOIN care USING (id, day);

CREATE VIEW guided_care AS
-- Every guided session that counts as care, with its seconds in all; care_step has them set by set.
SELECT
    entry.day, entry.at, care.kind, foot, routine,
    (SELECT coalesce(sum(seconds), 0) FROM care_step WHERE care_step.care_id = care_session.care_id) AS seconds,
    score_before, score_after, finished, started_at, ended_at, entry.note, entry.id, entry.time
FROM care_session JOIN care ON care.id = care_session.care_id JOIN entry ON entry.id = care.id;

CREATE VIEW sore_spots AS
-- Every place that was marked as hurting, with its day and foot.
SELECT entry.day, coalesce(sore.foot, massage.foot, care_session.foot) AS foot, spot, entry.id
FROM sore_spot JOIN entry ON entry.id = entry_id LEFT JOIN sore ON sore.id = entry.id
LEFT JOIN massage ON massage.id = entry.id LEFT JOIN care_session ON care_id = entry.id;

CREATE VIEW notes AS
-- Every note of its own.
SELECT day, at, note, id, time FROM entry WHERE type = 'note';

CREATE VIEW steps_by_day AS
-- A day's steps: the greater of the typed ones together and of each import's, since two sources count the same walk.
SELECT day, max(steps) AS steps FROM (
    SELECT activity.day, sum(steps) AS steps FROM activity JOIN entry USING (id)
    WHERE steps IS NOT NULL GROUP BY activity.day, source
) GROUP BY day;

CREATE VIEW weeks AS
-- A row per foot and ISO week, from the first week with an entry to the last, as `heeldiary trends --json` tells them.
WITH RECURSIVE
span (start, last) AS (
    SELECT date(min(day), '-6 days', 'weekday 1'), date(max(day), '-6 days', 'weekday 1') FROM entry
),
week (start, next) AS (
    SELECT start, date(start, '+7 days') FROM span WHERE start IS NOT NULL
    UNION ALL SELECT next, date(next, '+7 days') FROM week WHERE next <= (SELECT last FROM span)
),
foot (foot) AS (VALUES ('left'), ('right')),
morning AS (
    SELECT
        foot, date(day, '-6 days', 'weekday 1') AS start, score,
        row_number() OVER (PARTITION BY foot, date(day, '-6 days', 'weekday 1') ORDER BY score) AS place,
        count(*) OVER (PARTITION BY foot, date(day, '-6 days', 'weekday 1')) AS mornings
    FROM pain WHERE moment = 'first-step'
),
pain_week AS (
    SELECT
        foot, start, mornings,
        (20 * sum(score) + mornings) / (2 * mornings) / 10.0 AS mean,
        avg(score) FILTER (WHERE place IN ((mornings + 1) / 2, (mornings + 2) / 2)) AS median,
        min(score) AS lowest, max(score) AS highest
    FROM morning GROUP BY foot, start
),
massage_week AS (
    SELECT
        foot, date(day, '-6 days', 'weekday 1') AS start,
        count(DISTINCT massage.id) AS sessions, (coalesce(sum(seconds), 0) + 30) / 60 AS minutes
    FROM massage LEFT JOIN massage_step ON massage_id = massage.id GROUP BY foot, 2
),
activity_week AS (
    SELECT date(day, '-6 days', 'weekday 1') AS start, sum(minutes) AS minutes FROM activity GROUP BY 1
),
steps_week AS (
    SELECT date(day, '-6 days', 'weekday 1') AS start, sum(steps) AS steps FROM steps_by_day GROUP BY 1
),
sitting_week AS (
    SELECT date(day, '-6 days', 'weekday 1') AS start, sum(minutes) AS minutes FROM sitting GROUP BY 1
)
SELECT
    foot.foot,
    strftime('%Y', week.start, '+3 days')
        || printf('-W%02d', (strftime('%j', week.start, '+3 days') - 1) / 7 + 1) AS week,  -- as 2026-W48
    week.start,                                       -- its Monday
    coalesce(mornings, 0) AS mornings,                -- first-step scores in the week
    mean,                                             -- one decimal, halves up
    median,                                           -- may end in .5
    lowest,
    highest,
    coalesce(mornings, 0) >= 4 AS enough,             -- 1: the week may be compared with others
    coalesce(massage_week.minutes, 0) AS massage_minutes,  -- that foot's
    coalesce(sessions, 0) AS massage_sessions,
    activity_week.minutes AS activity_minutes,        -- null: nothing logged
    steps,
    sitting_week.minutes AS sitting_minutes
FROM week CROSS JOIN foot
LEFT JOIN pain_week USING (foot, start)
LEFT JOIN massage_week USING (foot, start)
LEFT JOIN activity_week USING (start)
LEFT JOIN steps_week USING (start)
LEFT JOIN sitting_week USING (start)
ORDER BY week.start, foot.foot;
