//! What a line of a trace says of an honour, a contest, an initiative, a movement.

use super::catalogue::award_name;
use super::emulation_model::{EmulationKind, Prize, Told};
use super::model::{Ended, Level, Stage};

/// The columns a trace reads of these records, as codes.
#[derive(Clone, Debug, Default)]
pub(crate) struct TraceOf {
    pub(crate) stage: Option<String>,
    pub(crate) award: Option<String>,
    pub(crate) named: Option<String>,
    pub(crate) unit_named: Option<String>,
    pub(crate) typed: bool,
    pub(crate) decided_by: Option<String>,
    pub(crate) ended: Option<String>,
    pub(crate) cause: Option<String>,
    pub(crate) initiative: Option<String>,
    pub(crate) level: Option<String>,
    pub(crate) at_least: bool,
    pub(crate) contest: Option<String>,
    pub(crate) prize: Option<String>,
    pub(crate) trade: Option<String>,
    pub(crate) emulation: Option<String>,
    pub(crate) emulation_named: Option<String>,
    pub(crate) grade: Option<i64>,
    pub(crate) cluster: Option<String>,
    pub(crate) place: Option<i64>,
}

impl TraceOf {
    /// What happened, and to whom where the name adds to the unit; none for other records.
    pub(crate) fn tell(&self) -> Option<(String, Option<String>)> {
        let mut event = self.event()?;
        if self.typed {
            let least = if self.at_least { ", văn bản ghi “trên”" } else { "" };
            event = format!("{event} (số ghi theo văn bản, không kèm tên{least})");
        }
        // A whole unit is named by its column.
        let named = self
            .named
            .clone()
            .filter(|name| !name.is_empty() && Some(name) != self.unit_named.as_ref());
        Some((event, named.filter(|_| !self.typed)))
    }

    fn event(&self) -> Option<String> {
        if let (Some(stage), Some(award)) = (&self.stage, &self.award) {
            let by = self.decided_by.as_deref().unwrap_or_default();
            let grade = self.grade.map(|grade| format!(", mức {grade}")).unwrap_or_default();
            let award = award_name(award);
            return Some(match Stage::from_code(stage) {
                Some(Stage::Proposed) => format!("Đề nghị {by}: {award}"),
                Some(Stage::Delegated) => format!("Cử dự hội nghị cấp trên: {award}"),
                _ => format!("{award}{grade}, {by} quyết định"),
            });
        }
        if let Some(ended) = &self.ended {
            let how = Ended::from_code(ended).map_or("", |how| how.name().vi);
            return Some(format!("{how}: {}", self.cause.as_deref().unwrap_or_default()));
        }
        if let Some(name) = &self.initiative {
            let level = self
                .level
                .as_deref()
                .and_then(Level::from_code)
                .map_or("", |level| level.name().vi);
            return Some(format!("{name}, cấp {}", level.to_lowercase()));
        }
        if let Some(kind) = &self.contest {
            let kind = Told::from_code(kind).map_or("", |kind| kind.name().vi);
            let prize =
                self.prize.as_deref().and_then(Prize::from_code).map(|prize| prize.name().vi);
            let parts = [Some(kind), self.trade.as_deref(), prize];
            return Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
        }
        if let Some(cluster) = &self.cluster {
            let place = self.place.map(|place| format!(", hạng {place}")).unwrap_or_default();
            return Some(format!("Xếp loại trong {cluster}{place}"));
        }
        let kind = self.emulation.as_deref().and_then(EmulationKind::from_code)?;
        Some(format!("{}: {}", kind.name().vi, self.emulation_named.as_deref().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn an_honour_says_who_decided_it_and_a_number_says_that_it_is_one() {
        let medal = TraceOf {
            stage: some("decided"),
            award: some("tld.ky_niem_chuong"),
            decided_by: some("Tổng Liên đoàn"),
            named: some("Lê Thị Hoa"),
            ..TraceOf::default()
        };
        let (event, named) = medal.tell().unwrap();
        assert!(event.ends_with("Công đoàn”, Tổng Liên đoàn quyết định"), "{event}");
        assert_eq!(named, some("Lê Thị Hoa"));
        let typed = TraceOf {
            initiative: some("SKKN"),
            level: some("city"),
            typed: true,
            at_least: true,
            ..TraceOf::default()
        };
        let (event, named) = typed.tell().unwrap();
        assert_eq!(
            event,
            "SKKN, cấp tỉnh, thành phố (số ghi theo văn bản, không kèm tên, văn bản ghi “trên”)"
        );
        assert_eq!(named, None);
        assert_eq!(TraceOf::default().tell(), None);
    }
}
