//! What the embedded engine's planner is told of tables it has not seen full.
//!
//! Every key begins with the federation, which tells nothing apart; without statistics a search by the first column of
//! a primary key looks as good as one by an index, and whole tables are read. `ANALYZE` would say it, but finds nothing
//! in empty tables, and the books are empty when their first list comes in. So an index that nothing can be counted of is
//! given the statistics of a million rows of one federation; what was counted in full tables stands.

use std::collections::BTreeSet;

use rusqlite::{Connection, Error};

/// The column every key begins with.
const PARTITION: &str = "federation_id";
/// Rows of a table, then how many of them agree in so many first columns of a key: all, then ever fewer.
const AGREEING: [&str; 4] = ["1000000", "1000000", "100", "10"];
/// Rows of an index that are looked at for its statistics.
pub(crate) const LOOK_AT: &str = "PRAGMA analysis_limit = 1000";

/// The indexes of the common tables: table, name as the planner knows it, columns, whether no two rows agree.
const INDEXES: &str = "
    SELECT t.name AS tbl, CASE WHEN i.origin = 'pk' AND t.wr = 1 THEN t.name ELSE i.name END AS idx,
        (SELECT COUNT(*) FROM pragma_index_info(i.name)) AS columns, i.\"unique\" AS is_unique
    FROM pragma_table_list t JOIN pragma_index_list(t.name) i
    WHERE t.schema = 'main' AND t.type = 'table'
      AND (SELECT c.name FROM pragma_index_info(i.name) c WHERE c.seqno = 0) = ?1";

/// Counts what is not counted yet, and gives every index of which nothing can be counted the statistics of a big one.
pub(crate) fn assume_big_tables(connection: &mut Connection) -> Result<(), Error> {
    connection.execute_batch(LOOK_AT)?;
    let tx = connection.transaction()?;
    let counted = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'";
    if tx.query_row(counted, [], |row| row.get::<_, i64>(0))? == 0 {
        tx.execute_batch("ANALYZE")?;
    }
    // A new index of a full table, too, would look better than it is.
    let tables: BTreeSet<String> = unknown(&tx)?.into_iter().map(|(table, ..)| table).collect();
    for table in tables {
        tx.execute_batch(&format!("ANALYZE \"{table}\""))?;
    }
    for row in unknown(&tx)? {
        tx.execute("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)", row)?;
    }
    tell_nothing_apart(&tx)?;
    tx.commit()?;
    connection.execute_batch("ANALYZE sqlite_schema")
}

/// Where only some rows were looked at, their number was taken for that of a federation: it is that of all rows.
fn tell_nothing_apart(connection: &Connection) -> Result<(), Error> {
    let sql = format!(
        "SELECT s.rowid, s.stat FROM ({INDEXES}) k JOIN sqlite_stat1 s ON s.tbl = k.tbl AND s.idx = k.idx
         WHERE k.columns > 1"
    );
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map([PARTITION], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (row, counted) in rows.collect::<Result<Vec<(i64, String)>, Error>>()? {
        let mut numbers: Vec<&str> = counted.split(' ').collect();
        if numbers.len() > 2 && numbers[0] != numbers[1] {
            numbers[1] = numbers[0];
            let update = "UPDATE sqlite_stat1 SET stat = ?1 WHERE rowid = ?2";
            connection.execute(update, (numbers.join(" "), row))?;
        }
    }
    Ok(())
}

/// The indexes without statistics: table, name, and what is assumed of them.
fn unknown(connection: &Connection) -> Result<Vec<(String, String, String)>, Error> {
    let sql = format!(
        "SELECT * FROM ({INDEXES}) k
         WHERE NOT EXISTS (SELECT 1 FROM sqlite_stat1 s WHERE s.tbl = k.tbl AND s.idx = k.idx)"
    );
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map([PARTITION], |row| {
        let assumed = statistics(row.get::<_, i64>(2)? as usize, row.get(3)?);
        Ok((row.get(0)?, row.get(1)?, assumed))
    })?;
    rows.collect()
}

/// The statistics of an index of so many columns.
fn statistics(columns: usize, unique: bool) -> String {
    let mut agreeing: Vec<&str> =
        (0..=columns).map(|place| AGREEING.get(place).copied().unwrap_or("1")).collect();
    if let Some(whole_key) = agreeing.last_mut().filter(|_| unique) {
        *whole_key = "1";
    }
    agreeing.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(connection: &Connection) -> String {
        let sql = "EXPLAIN QUERY PLAN SELECT name FROM event
                   WHERE federation_id = ?1 AND person IN (7, 8, 9) AND id NOT IN (
                       SELECT reverses FROM event WHERE federation_id = ?1 AND person IN (7, 8, 9))";
        let mut statement = connection.prepare(sql).expect("a query");
        let steps = statement.query_map([1], |row| row.get::<_, String>(3)).expect("a plan");
        steps.collect::<Result<Vec<_>, _>>().expect("its steps").join("; ")
    }

    #[test]
    fn an_empty_table_is_already_searched_by_the_index_that_tells_most_apart() {
        let mut connection = Connection::open_in_memory().expect("a database");
        let schema = "CREATE TABLE event (federation_id BIGINT, id BIGINT, person BIGINT, reverses BIGINT, name TEXT,
                          PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
                      CREATE INDEX event_person ON event (federation_id, person, name);";
        connection.execute_batch(schema).expect("a schema");
        let before = plan(&connection);
        assume_big_tables(&mut connection).expect("statistics");
        let after = plan(&connection);
        assert_eq!(
            after.matches("event_person (federation_id=? AND person=?)").count(),
            2,
            "{after}"
        );
        assert_ne!(before, after);
    }

    #[test]
    fn what_was_counted_stands() {
        let mut connection = Connection::open_in_memory().expect("a database");
        let schema = "CREATE TABLE full_one (federation_id BIGINT, id BIGINT, PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
                      CREATE TABLE empty_one (federation_id BIGINT, id BIGINT, PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
                      INSERT INTO full_one VALUES (1, 1), (1, 2), (1, 3);";
        connection.execute_batch(schema).expect("a schema");
        assume_big_tables(&mut connection).expect("statistics");
        let known = "SELECT tbl || ' ' || stat FROM sqlite_stat1 ORDER BY tbl";
        let mut statement = connection.prepare(known).expect("a query");
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
        let rows = rows.collect::<Result<Vec<_>, _>>().expect("rows");
        assert_eq!(rows, ["empty_one 1000000 1000000 1", "full_one 3 3 1"]);
    }

    #[test]
    fn a_federation_is_never_taken_for_a_part_of_a_table() {
        let mut connection = Connection::open_in_memory().expect("a database");
        let schema = "CREATE TABLE full_one (federation_id BIGINT, id BIGINT, PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
                      WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 5000)
                      INSERT INTO full_one SELECT 1, n FROM number;";
        connection.execute_batch(schema).expect("a schema");
        assume_big_tables(&mut connection).expect("statistics");
        let counted = connection
            .query_row("SELECT stat FROM sqlite_stat1", [], |row| row.get::<_, String>(0));
        let counted = counted.expect("statistics");
        let numbers: Vec<&str> = counted.split(' ').collect();
        assert_eq!((numbers[0], numbers[2]), (numbers[1], "1"), "{counted}");
    }

    #[test]
    fn an_index_that_a_full_table_gets_later_is_counted_too() {
        let mut connection = Connection::open_in_memory().expect("a database");
        let schema = "CREATE TABLE full_one (federation_id BIGINT, id BIGINT, name TEXT,
                          PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
                      INSERT INTO full_one VALUES (1, 1, 'a'), (1, 2, 'a'), (1, 3, 'b'), (1, 4, 'b');";
        connection.execute_batch(schema).expect("a schema");
        assume_big_tables(&mut connection).expect("statistics");
        let index = "CREATE INDEX full_one_name ON full_one (federation_id, name, id)";
        connection.execute_batch(index).expect("an index");
        assume_big_tables(&mut connection).expect("statistics");
        let known = "SELECT stat FROM sqlite_stat1 WHERE idx = 'full_one_name'";
        let counted = connection.query_row(known, [], |row| row.get::<_, String>(0));
        assert_eq!(counted.expect("statistics"), "4 4 2 1");
    }
}
