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

-- The undo journal learns of factors and experiments.
CREATE TABLE change_before AS SELECT action, position, thing, key, before, created_at FROM change;

DROP TABLE change;

CREATE TABLE change (
    -- One row that an action touched, as it was before.
    action INTEGER NOT NULL,       -- the action
    position INTEGER NOT NULL,     -- 1 for the first; undone from the last
    thing TEXT NOT NULL,           -- the table: entry, setting, ask_first, routine, plan, pause, factor or experiment
    key TEXT NOT NULL,             -- the id, the name, or the first day
    before TEXT,                   -- the row as JSON; null if it was not there
    created_at TEXT,               -- the row's creation; null if it was not there
    CHECK (thing IN ('entry', 'setting', 'ask_first', 'routine', 'plan', 'pause', 'factor', 'experiment')),
    PRIMARY KEY (action, position),
    FOREIGN KEY (action) REFERENCES action (number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO change (action, position, thing, key, before, created_at)
SELECT action, position, thing, key, before, created_at FROM change_before;

DROP TABLE change_before;
