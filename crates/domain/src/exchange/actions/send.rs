//! An approved report made into a package.

use kernel::{Actor, Instant, Refusal};

use crate::books::{Batch, schema};
use crate::exchange::model::{Body, CellTold, DaysTold, InputTold, StepTold, UnitTold};
use crate::exchange::rules::{INPUTS_MAX, SCHEMA};
use crate::exchange::{open, store};
use crate::reports::{self, Cell, FiledVersion, Input, KeptForm, Key, Source};
use crate::signing;
use crate::{App, Result};

/// A package to be given away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The file, byte for byte.
    pub file: Vec<u8>,
    /// A name for it.
    pub name: String,
    /// The hash of its contents.
    pub hash: String,
    /// The version that is in it.
    pub version: i64,
}

/// The package of a version, the last one unless told. Only what was approved leaves as a package; asked again it is the
/// same file. The register of what was sent has it once, the audit trail each time.
pub fn pack(app: &App, actor: &Actor, key: &Key, version: Option<i64>) -> Result<Package> {
    app.write(actor, "exchange.send", "Xuất gói báo cáo", |batch| {
        batch.must_reach(key.unit)?;
        let filed = reports::approved_version(batch.reader()?, app, key, version)?;
        let filed = filed.ok_or_else(not_approved)?;
        let signing = signing::key(batch)?;
        let sealed = open::seal(&body(key, &filed), &signing)?;
        write_sent(batch, key, (filed.version, &sealed.hash, &signing.public()))?;
        let detail = format!(
            "{} {} {} bản {}",
            filed.unit_code,
            key.form.code,
            key.period.code(),
            filed.version
        );
        batch.note("exchange.sent", Some(key.unit), Some(&detail))?;
        let (period, form) = (key.period.code().replace("..", "_"), &key.form.code);
        let name = format!("{}-{form}-{period}-ban-{}.json", filed.unit_code, filed.version);
        Ok(Package { file: sealed.file, name, hash: sealed.hash, version: filed.version })
    })
}

fn not_approved() -> Refusal {
    Refusal::new(
        "report_not_approved",
        "Báo cáo này chưa được duyệt nên chưa thành gói gửi đi được",
        "Nộp và duyệt báo cáo, rồi xuất gói",
    )
}

fn write_sent(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    (version, hash, public): (i64, &str, &str),
) -> Result<()> {
    let federation = batch.federation();
    if store::is_sent(batch.reader()?, federation, hash)? {
        return Ok(());
    }
    let form = key.form.code.clone();
    let (hash, public) = (hash.to_owned(), public.to_owned());
    let row = db::values![key.unit, form, key.period.from, key.period.to, version, hash, public];
    batch.append(&schema::PACKAGE_SENT, row).map(drop)
}

fn body(key: &Key, filed: &FiledVersion) -> Body {
    let step = |(at, by): &(Instant, String)| StepTold { at: at.iso(), by: by.clone() };
    let last = key.period.last();
    let tells_inputs = filed.inputs.len() <= INPUTS_MAX;
    Body {
        schema: SCHEMA.to_owned(),
        unit: UnitTold {
            code: filed.unit_code.clone(),
            name: filed.unit_name.clone(),
            kind: filed.unit_kind.clone(),
        },
        form: form(&filed.wording.form),
        period: DaysTold { from: key.period.from.to_string(), to: last.to_string() },
        version: filed.version,
        as_of: last.min(filed.filed.0.day()).to_string(),
        known_at: filed.filed.0.iso(),
        ledger_seq: filed.ledger_seq,
        filed: step(&filed.filed),
        approved: step(&filed.approved),
        cells: filed.cells.iter().map(cell).collect(),
        definitions: filed.wording.definitions.clone(),
        inputs: filed.inputs.iter().filter(|_| tells_inputs).map(input).collect(),
    }
}

/// The wording without what its lines were held against, which is of the sender's own books.
fn form(kept: &KeptForm) -> KeptForm {
    let mut form = kept.clone();
    for line in &mut form.lines {
        line.beside = None;
    }
    form
}

fn cell(cell: &Cell) -> CellTold {
    CellTold {
        line: cell.line.clone(),
        state: reports::state_code(cell.state).to_owned(),
        value: cell.value,
        target: cell.target,
        source: cell.source.code().to_owned(),
        typed: cell.typed.filter(|_| cell.source == Source::Summed),
        note: cell.note.clone().filter(|note| !note.is_empty()),
    }
}

fn input(input: &Input) -> InputTold {
    let (form, version) = input.summed.clone().unzip();
    InputTold {
        code: input.code.clone(),
        name: input.name.clone(),
        form,
        version,
        received: input.package.is_some(),
    }
}
