CREATE TABLE open_session (
    -- The routine session that was not brought to its end, so that it can go on; at most one.
    one INTEGER NOT NULL PRIMARY KEY,  -- always 1
    step INTEGER NOT NULL,             -- the undo step (action.number) that keeps it: taken back, it is gone
    state TEXT NOT NULL,               -- where it is, as JSON
    kept_at TEXT NOT NULL,             -- when it was last kept, in UTC
    CHECK (one = 1),
    FOREIGN KEY (step) REFERENCES action (number) ON DELETE CASCADE
) STRICT;
