//! What business code relies on, told once and held by both engines.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use db::testing::on_each_engine;
use db::{Db, DbError, MaybeDbError, Migration, Value, migrate, values};
use proptest::prelude::*;

const HISTORY: &[Migration] = &[Migration {
    name: "0001_things",
    sql: "-- A table of every type.
CREATE TABLE thing (federation_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT NOT NULL, note BLOB,
    CONSTRAINT thing_pk PRIMARY KEY (federation_id, id), CONSTRAINT thing_named UNIQUE (federation_id, name)) WITHOUT ROWID;
",
}];

#[derive(Debug)]
enum Failure {
    Db(DbError),
    Refused,
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        Self::Db(error)
    }
}

impl MaybeDbError for Failure {
    fn db_error(&self) -> Option<&DbError> {
        match self {
            Self::Db(error) => Some(error),
            Self::Refused => None,
        }
    }
}

fn insert(db: &Db, id: i64, name: &str, note: Option<&[u8]>) -> Result<(), DbError> {
    db.write(|tx| {
        let sql = "INSERT INTO thing (federation_id, id, name, note) VALUES (1, $1, $2, $3)";
        tx.execute(sql, &values![id, name, note]).map(drop)
    })
}

fn names(db: &Db) -> Vec<String> {
    let sql = "SELECT name FROM thing WHERE federation_id = $1 ORDER BY name";
    db.read(|tx| tx.query(sql, &values![1_i64], |row| Ok(row.text(0)?.to_owned())))
        .map_err(|error: DbError| error)
        .unwrap()
}

#[test]
fn migrating_twice_runs_each_step_once() {
    on_each_engine(|test| {
        assert_eq!(migrate(&test.db, HISTORY).unwrap(), ["0001_things"]);
        assert!(migrate(&test.db, HISTORY).unwrap().is_empty());
    });
}

#[test]
fn a_database_of_a_newer_program_is_refused() {
    on_each_engine(|test| {
        migrate(&test.db, HISTORY).unwrap();
        assert!(matches!(migrate(&test.db, &[]), Err(DbError::History(_))));
    });
}

#[test]
fn a_refused_write_leaves_nothing() {
    on_each_engine(|test| {
        migrate(&test.db, HISTORY).unwrap();
        insert(&test.db, 1, "Ánh", None).unwrap();
        let result: Result<(), Failure> = test.db.write(|tx| {
            tx.execute("DELETE FROM thing WHERE federation_id = $1", &values![1_i64])?;
            Err(Failure::Refused)
        });
        assert!(matches!(result, Err(Failure::Refused)));
        assert_eq!(names(&test.db), ["Ánh"]);
    });
}

#[test]
fn a_placeholder_means_its_number_wherever_it_stands() {
    on_each_engine(|test| {
        migrate(&test.db, HISTORY).unwrap();
        let sql = "SELECT CAST($2 AS BIGINT), CAST($1 AS BIGINT)";
        let row = test
            .db
            .read(|tx| tx.find(sql, &values![1_i64, 2_i64], |row| Ok((row.int(0)?, row.int(1)?))));
        assert_eq!(row.map_err(|e: DbError| e).unwrap(), Some((2, 1)));
    });
}

#[test]
fn text_sorts_by_its_bytes_on_both_engines() {
    on_each_engine(|test| {
        migrate(&test.db, HISTORY).unwrap();
        for (id, name) in ["b", "A", "Đ", "a", "Z"].into_iter().enumerate() {
            insert(&test.db, id as i64, name, None).unwrap();
        }
        assert_eq!(names(&test.db), ["A", "Z", "a", "b", "Đ"]);
    });
}

#[test]
fn a_broken_constraint_is_told_by_what_it_guards() {
    on_each_engine(|test| {
        migrate(&test.db, HISTORY).unwrap();
        insert(&test.db, 1, "Ánh", None).unwrap();
        let error = insert(&test.db, 2, "Ánh", None).unwrap_err();
        let told = error.constraint().unwrap();
        assert!(told.contains("thing_named") || told.contains("thing.name"), "{told}");
    });
}

#[test]
fn many_rows_go_in_at_once_and_come_back_the_same() {
    on_each_engine(|test| {
        migrate(&test.db, HISTORY).unwrap();
        let rows: Vec<Vec<Value<'static>>> = (0..1_234_i64)
            .map(|id| values![1_i64, id, format!("tên {id:04}"), vec![id as u8]].to_vec())
            .collect();
        let columns = ["federation_id", "id", "name", "note"];
        test.db
            .write(|tx| tx.insert_many("thing", &columns, &rows, ""))
            .map_err(|e: DbError| e)
            .unwrap();
        let tail = "ON CONFLICT (federation_id, id) DO UPDATE SET name = excluded.name";
        test.db
            .write(|tx| tx.insert_many("thing", &columns, &rows, tail))
            .map_err(|e: DbError| e)
            .unwrap();
        assert_eq!(names(&test.db).len(), 1_234);
    });
}

#[test]
fn tables_are_copied_from_any_engine_to_any_other() {
    on_each_engine(|from| {
        migrate(&from.db, HISTORY).unwrap();
        insert(&from.db, 7, "Bảy", Some(&[0, 255])).unwrap();
        on_each_engine(|to| {
            migrate(&to.db, HISTORY).unwrap();
            let columns = ["federation_id", "id", "name", "note"].map(str::to_owned).to_vec();
            assert_eq!(db::copy_tables(&from.db, &to.db, &[("thing", columns)]).unwrap(), [1]);
            assert_eq!(names(&to.db), ["Bảy"]);
        });
    });
}

#[test]
fn two_writers_at_once_both_get_through() {
    on_each_engine(|test| {
        migrate(&test.db, HISTORY).unwrap();
        insert(&test.db, 0, "tổng", Some(&[0])).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..10 {
                        add_one(&test.db).unwrap();
                    }
                });
            }
        });
        let sql = "SELECT note FROM thing WHERE federation_id = 1 AND id = 0";
        let note =
            test.db.read(|tx| tx.find(sql, &[], |row| Ok(row.opt_bytes(0)?.map(<[u8]>::to_vec))));
        assert_eq!(note.map_err(|e: DbError| e).unwrap().flatten(), Some(vec![40]));
    });
}

fn add_one(db: &Db) -> Result<(), DbError> {
    db.write(|tx| {
        let sql = "SELECT note FROM thing WHERE federation_id = 1 AND id = 0";
        let note = tx.find(sql, &[], |row| Ok(row.opt_bytes(0)?.map_or(0, |bytes| bytes[0])))?;
        let sql = "UPDATE thing SET note = $1 WHERE federation_id = 1 AND id = 0";
        tx.execute(sql, &values![vec![note.unwrap_or(0) + 1]]).map(drop)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn every_value_comes_back_as_it_went_in(
        number in any::<i64>(), text in "[^\\x00]{0,30}", bytes in prop::collection::vec(any::<u8>(), 0..30),
    ) {
        on_each_engine(|test| {
            migrate(&test.db, HISTORY).unwrap();
            insert(&test.db, number, &text, Some(&bytes)).unwrap();
            let sql = "SELECT id, name, note FROM thing WHERE federation_id = $1 AND id = $2";
            let row = test.db.read(|tx| tx.find(sql, &values![1_i64, number], |row| {
                Ok((row.int(0)?, row.text(1)?.to_owned(), row.value(2)?))
            }));
            let expected = (number, text.clone(), Value::from(bytes.clone()));
            assert_eq!(row.map_err(|e: DbError| e).unwrap(), Some(expected));
        });
    }
}

#[test]
fn a_copy_is_of_one_moment_whoever_writes_beside_it() {
    let test = db::testing::sqlite();
    migrate(&test.db, HISTORY).unwrap();
    // Some 12 MB: more than one step.
    let note = vec![7_u8; 1_000_000];
    for id in 0..12 {
        insert(&test.db, id, &format!("trước {id}"), Some(&note)).unwrap();
    }
    let file = test.folder.path().join("copy.db");
    let mut steps = 0;
    let told = |done: usize, total: usize| -> Result<(), DbError> {
        assert!(done <= total);
        steps += 1;
        insert(&test.again(), 100 + steps, &format!("sau {steps}"), None)
    };
    test.db.copy_file(&file, told).unwrap().unwrap();
    assert!(steps >= 1, "it told how far it was");
    let copy = names(&Db::open_file(&file).unwrap());
    assert_eq!(copy.len(), 12);
    assert!(copy.iter().all(|name| name.starts_with("trước")), "{copy:?}");
    assert!(test.db.size().unwrap() > 12_000_000);
}

#[test]
fn a_copy_is_broken_off_by_who_is_told() {
    let test = db::testing::sqlite();
    migrate(&test.db, HISTORY).unwrap();
    let note = vec![7_u8; 1_000_000];
    (0..12).for_each(|id| insert(&test.db, id, &format!("{id}"), Some(&note)).unwrap());
    let file = test.folder.path().join("copy.db");
    let broken = test.db.copy_file(&file, |_, _| Err(Failure::Refused));
    assert!(matches!(broken, Some(Err(Failure::Refused))));
}

#[test]
fn a_database_tells_its_size_and_the_last_step_of_its_history() {
    on_each_engine(|test| {
        migrate(&test.db, HISTORY).unwrap();
        assert!(test.db.size().unwrap() > 0);
        assert_eq!(test.db.schema_step().unwrap(), ("0001_things".to_owned(), 1));
    });
}
