"""The diary on disk: opening, creating, reading and writing it.

One SQLite file with the layout of `schema.sql`. An `Entry` goes in and comes out; rows never leave this package.

- Reading always queries the tables; nothing is cached, so other programs' writes are seen.
- Writing happens in an `Action`: one thing the person does, one transaction, one undo step. The action keeps
  each row as it was before; undo puts it back and forgets the action. There is no redo.
- An entry is deleted from the tables and leaves its id in `tombstone`. Its words stay in the undo journal.
- Settings and the answers to "ask first" are kept, journalled and undone in the same way.
- The file uses SQLite's rollback journal and waits for the disk (`synchronous = EXTRA`): what was acknowledged
  is there after a power cut. Write-ahead logging is avoided: before SQLite 3.51.3 it could lose a commit.
"""
