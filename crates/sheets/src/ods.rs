//! `.ods`: OpenDocument.

use crate::package::Package;
use crate::{Limits, Lookalike, Refusal, Workbook};

pub(crate) fn read(_package: &mut Package<'_>, _limits: &Limits) -> Result<Workbook, Refusal> {
    Err(Refusal::NotAWorkbook { found: Lookalike::OtherDocument })
}
