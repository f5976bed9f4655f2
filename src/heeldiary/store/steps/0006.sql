-- Views would name tables that are away for a moment.
DROP VIEW IF EXISTS weeks;

DROP VIEW IF EXISTS steps_by_day;

DROP VIEW IF EXISTS notes;

DROP VIEW IF EXISTS sore_spots;

DROP VIEW IF EXISTS guided_care;

DROP VIEW IF EXISTS care_given;

DROP VIEW IF EXISTS massages;

DROP VIEW IF EXISTS sittings;

DROP VIEW IF EXISTS activities;

DROP VIEW IF EXISTS pain_scores;

DROP VIEW IF EXISTS first_step_mornings;

-- An entry may have a time of day. Rowids stay: another program's text index may refer to them.
CREATE TABLE entry_before AS SELECT _rowid_ AS place, id, type, day, at, zone, late, source, note, created_at, changed_at FROM entry;

DROP TABLE entry;

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

INSERT INTO entry (_rowid_, id, type, day, at, zone, late, source, note, created_at, changed_at)
SELECT place, id, type, day, at, zone, late, source, note, created_at, changed_at FROM entry_before ORDER BY place;

DROP TABLE entry_before;

-- A month's list, a day's page.
CREATE INDEX entry_by_day ON entry (day);

-- The few entries that were written down late, which the statistics leave out.
CREATE INDEX late_entries ON entry (id) WHERE late;

-- Words of the person's own keep their capitals.
CREATE TABLE activity_before AS SELECT id, day, kind, minutes, steps, surface FROM activity;

DROP TABLE activity;

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

INSERT INTO activity (id, day, kind, minutes, steps, surface)
SELECT id, day, kind, minutes, steps, surface FROM activity_before;

DROP TABLE activity_before;

CREATE INDEX activity_by_day ON activity (day, minutes, steps);

CREATE TABLE care_before AS SELECT id, day, kind, minutes, course, visit, course_visits, until FROM care;

DROP TABLE care;

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

INSERT INTO care (id, day, kind, minutes, course, visit, course_visits, until)
SELECT id, day, kind, minutes, course, visit, course_visits, until FROM care_before;

DROP TABLE care_before;

CREATE INDEX care_by_day ON care (day);

-- The visits of one course, and the next one's number.
CREATE INDEX care_by_course ON care (course, visit);

CREATE TABLE tag_before AS SELECT entry_id, position, tag FROM tag;

DROP TABLE tag;

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

INSERT INTO tag (entry_id, position, tag)
SELECT entry_id, position, tag FROM tag_before;

DROP TABLE tag_before;

CREATE UNIQUE INDEX tag_once ON tag (entry_id, tag);

-- What is undone can be redone. Numbers of undo steps are never used twice.
CREATE TABLE action_before AS SELECT number, at, what FROM action;

CREATE TABLE numbers_before AS SELECT seq FROM sqlite_sequence WHERE name = 'action';

DROP TABLE action;

CREATE TABLE action (
    -- Something the person did that can be undone. Undoing it moves it to the table undone.
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- counts up and is never used twice; the highest is undone next
    at TEXT NOT NULL,                          -- when, in UTC
    what TEXT NOT NULL                         -- said back when it is undone; never holds a note's words
) STRICT;

INSERT INTO action (number, at, what)
SELECT number, at, what FROM action_before;

DROP TABLE action_before;

DELETE FROM sqlite_sequence WHERE name = 'action';

INSERT INTO sqlite_sequence (name, seq) SELECT 'action', seq FROM numbers_before;

DROP TABLE numbers_before;

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

CREATE TRIGGER tag_has_entry BEFORE INSERT ON tag
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)
BEGIN
    -- A row of entry comes first.
    SELECT RAISE(ABORT, 'heeldiary: the row of entry that it belongs to comes first');
END;

CREATE TRIGGER tag_keeps_entry BEFORE UPDATE OF entry_id ON tag
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)
BEGIN
    -- It would hang on nothing.
    SELECT RAISE(ABORT, 'heeldiary: there is no such row of entry');
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
