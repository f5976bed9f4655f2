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

-- The undo journal learns of routines, plans and pauses.
CREATE TABLE change_before AS SELECT action, position, thing, key, before, created_at FROM change;

DROP TABLE change;

CREATE TABLE change (
    -- One row that an action touched, as it was before.
    action INTEGER NOT NULL,       -- the action
    position INTEGER NOT NULL,     -- 1 for the first; undone from the last
    thing TEXT NOT NULL,           -- the table: entry, setting, ask_first, routine, plan or pause
    key TEXT NOT NULL,             -- the id, the name, or the first day
    before TEXT,                   -- the row as JSON; null if it was not there
    created_at TEXT,               -- the row's creation; null if it was not there
    CHECK (thing IN ('entry', 'setting', 'ask_first', 'routine', 'plan', 'pause')),
    PRIMARY KEY (action, position),
    FOREIGN KEY (action) REFERENCES action (number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO change (action, position, thing, key, before, created_at)
SELECT action, position, thing, key, before, created_at FROM change_before;

DROP TABLE change_before;

CREATE VIEW guided_care AS
-- Every guided session that counts as care, with its seconds in all; care_step has them set by set.
SELECT
    entry.day, entry.at, care.kind, foot, routine,
    (SELECT coalesce(sum(seconds), 0) FROM care_step WHERE care_step.care_id = care_session.care_id) AS seconds,
    score_before, score_after, finished, started_at, ended_at, entry.note, entry.id
FROM care_session JOIN care ON care.id = care_session.care_id JOIN entry ON entry.id = care.id;

CREATE VIEW sore_spots AS
-- Every place that was marked as hurting, with its day and foot.
SELECT entry.day, coalesce(massage.foot, care_session.foot) AS foot, spot, entry.id
FROM sore_spot JOIN entry ON entry.id = entry_id
LEFT JOIN massage ON massage.id = entry.id LEFT JOIN care_session ON care_id = entry.id;
