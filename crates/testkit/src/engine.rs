//! Making the embedded engine ready to take whole books at once.
//!
//! Its planner must know, before a table is full, that `federation_id` tells nothing apart: every key begins with it, so
//! without statistics a search by the first column of the primary key looks as good as one by an index, and whole
//! tables are read. `ANALYZE` would say it, but finds nothing in empty tables. And while the books are made nobody
//! relies on them yet: they are made under another name and given theirs when whole, so no batch waits for the disk.

use db::Db;
use domain::Result;
use domain::books::schema;

/// One row for each index: a million rows, all of one federation, fewer with each further column.
const STATISTICS: &str = "
    ANALYZE;
    DELETE FROM sqlite_stat1;
    INSERT INTO sqlite_stat1 (tbl, idx, stat)
    SELECT m.name, CASE i.origin WHEN 'pk' THEN m.name ELSE i.name END,
        CASE WHEN i.\"unique\" = 1
            THEN substr('1000000 1000000 100 10 1 1 1 1', 1, 15 + (n.columns > 2) * 4 + (n.columns > 3) * 3
                + (n.columns > 4) * 2 * (n.columns - 4)) || ' 1'
            ELSE substr('1000000 1000000 100 10 1 1 1 1', 1, 15 + (n.columns > 1) * 4 + (n.columns > 2) * 3
                + (n.columns > 3) * 2 * (n.columns - 3)) END
    FROM sqlite_schema m
    JOIN pragma_index_list(m.name) i
    JOIN (SELECT t.name AS index_name, (SELECT COUNT(*) FROM pragma_index_info(t.name)) AS columns,
              (SELECT name FROM pragma_index_info(t.name) WHERE seqno = 0) AS first
          FROM (SELECT DISTINCT l.name FROM sqlite_schema s JOIN pragma_index_list(s.name) l WHERE s.type = 'table') t
         ) n ON n.index_name = i.name
    WHERE m.type = 'table' AND n.first = 'federation_id';
    ANALYZE sqlite_schema;";

/// No journal, no waiting for the disk, a page cache of 64 megabytes. What breaks off leaves a file of no use.
const UNHURRIED: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -64000;";

/// Brings the schema up to date and, on the embedded engine, prepares it. The settings end with the connection.
pub(crate) fn prepare(db: &Db) -> Result<()> {
    schema::migrate(db)?;
    if db.engine_name() == "SQLite" {
        db.run_script(STATISTICS)?;
        // Where another connection is open the journal stays; that is slower, nothing else.
        let _ = db.run_script(UNHURRIED);
    }
    Ok(())
}
