//! A running round of the city: what unions of the ward of Hoàn Kiếm nominate stands at every step of the way.

use domain::Result;
use domain::accounts::{actor_of, find_account};
use domain::awards::{Level, Subject};
use domain::documents::DocumentRef;
use domain::rounds::{
    Decision, Item, ItemSort, Mark, NewNomination, NewRound, Outcome, Priority, PriorityRule,
    Quota, RoundAward, RoundSort, accept, attach, checklist_for, decide, fill, nominate, open_list,
    open_round, refuse, return_file, send,
};
use kernel::{Actor, Block, Day, Id};

use super::papers::one_page;
use super::teller::{CITY_OFFICE, Teller};

/// Where the ward stands among the ward unions, and among the districts before.
const HOAN_KIEM: usize = 3;
/// Unions of the ward that nominate.
const UNIONS: usize = 4;
/// The round's name.
const NAME: &str = "Khen thưởng tổng kết năm 2026";

/// How far a nomination goes in the demo.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    Drafted,
    Sent,
    Returned,
    Accepted,
    AtCity,
    CityAccepted,
    CityOpened,
    Decided,
    Refused,
}

/// The nominations: which union, which member of it (none: the union itself), for what, how far.
const NOMINATIONS: &[(usize, Option<usize>, &str, &str, Until)] = {
    use Until::{
        Accepted, AtCity, CityAccepted, CityOpened, Decided, Drafted, Refused, Returned, Sent,
    };
    &[
        (
            0,
            Some(3),
            "tinh.bang_khen",
            "Sáng kiến rút ngắn thời gian phục vụ khách năm 2026",
            Drafted,
        ),
        (0, Some(4), "tinh.bang_khen", "Hai năm liền hoàn thành xuất sắc nhiệm vụ", Sent),
        (1, Some(3), "tinh.bang_khen", "Tổ chức tốt phong trào thi đua của đơn vị", Returned),
        (1, None, "tinh.bang_khen", "Dẫn đầu phong trào thi đua khối doanh nghiệp", Accepted),
        (2, Some(3), "tinh.bang_khen", "Xây dựng công đoàn cơ sở vững mạnh năm 2026", AtCity),
        (2, None, "tinh.bang_khen", "Chăm lo tốt cho đoàn viên năm 2026", CityAccepted),
        (
            3,
            Some(3),
            "tinh.bang_khen",
            "Thương lượng thành công thỏa ước lao động tập thể",
            CityAccepted,
        ),
        (3, None, "tinh.bang_khen", "Phát triển đoàn viên vượt chỉ tiêu năm 2026", CityOpened),
        (0, None, "ctt.giay_khen", "Hoàn thành tốt nhiệm vụ năm 2026", Decided),
        (1, Some(4), "ctt.giay_khen", "Tích cực tham gia phong trào năm 2026", Refused),
    ]
};

/// Who works at which rung.
struct Hands {
    union: Actor,
    ward: Actor,
    city: Actor,
}

impl Teller {
    /// Opens the round and brings each nomination as far as it goes.
    pub(super) fn tell_rounds(&self, on: Day) -> Result<()> {
        let operator = Actor::operator(CITY_OFFICE);
        let actor = |login: &str| actor_of(&self.app, &find_account(&self.app, &operator, login)?);
        let hands =
            Hands { union: actor("hoankiem")?, ward: actor("hoankiem")?, city: actor("thanhpho")? };
        let mut unions: Vec<_> = self
            .units
            .iter()
            .filter(|unit| unit.open && unit.district == HOAN_KIEM && unit.place.ward == 0)
            .filter(|unit| unit.members.len() > 8)
            .collect();
        unions.sort_by_key(|unit| (std::cmp::Reverse(unit.members.len()), unit.id));
        unions.truncate(UNIONS);
        let round = open_round(&self.app, &hands.city, &self.new_round(on)?)?;
        for (union, member, award, achievement, until) in NOMINATIONS {
            let Some(unit) = unions.get(*union) else { continue };
            let person = member.and_then(|place| unit.members.get(place)).map(|told| told.person);
            let new = NewNomination {
                round,
                unit: unit.id,
                award: (*award).to_owned(),
                subject: if person.is_some() { Subject::Person } else { Subject::Collective },
                of_unit: unit.id,
                person,
                named: None,
                achievement: (*achievement).to_owned(),
                after: None,
            };
            self.nominate_one(&hands, &new, *until, on)?;
        }
        Ok(())
    }

    fn new_round(&self, on: Day) -> Result<NewRound> {
        let line = |award: &str, level, council: &[Level]| RoundAward {
            award: award.to_owned(),
            level,
            council: council.to_vec(),
            higher_by: None,
            items: checklist_for(award, on).map(|list| list.items()).unwrap_or_default(),
        };
        let quota = |block, at_most| Quota {
            called: None,
            award: Some("tinh.bang_khen".to_owned()),
            block,
            at_most,
        };
        let plan = DocumentRef::decision("240/KH-LĐLĐ", Some(on), CITY_OFFICE, NAME);
        Ok(NewRound {
            unit: self.city,
            sort: RoundSort::Yearly,
            name: NAME.to_owned(),
            years: (2026, 2026),
            due_on: Day::parse("2026-12-15")?,
            document: Some(plan),
            comment_days: 10,
            comment_level: Some(Level::City),
            note: Some("Gửi hồ sơ đúng hạn; ưu tiên người lao động trực tiếp.".to_owned()),
            awards: vec![
                line("tinh.bang_khen", Level::City, &[Level::City]),
                line("ctt.giay_khen", Level::District, &[]),
                line("tld.bang_khen", Level::Tld, &[Level::City]),
            ],
            quotas: vec![quota(None, 20), quota(Some(Block::PrivateEnterprise), 15)],
            priorities: vec![
                PriorityRule { sort: Priority::Woman, says: None },
                PriorityRule { sort: Priority::NonState, says: None },
                PriorityRule {
                    sort: Priority::Other,
                    says: Some("Ưu tiên người lao động trực tiếp sản xuất".to_owned()),
                },
            ],
            called: self.ward_unions.clone(),
        })
    }

    /// The file with what its checklist asks for; one that is being written lacks the minutes.
    fn begin_file(
        &self,
        hands: &Hands,
        new: &NewNomination,
        (until, items): (Until, &[Item]),
    ) -> Result<Id> {
        let app = &self.app;
        let id = nominate(app, &hands.union, new)?;
        for item in items.iter().filter(|item| item.needed) {
            let words = format!("{}. {}.", item.title, new.achievement);
            fill(app, &hands.union, id, &[(item.code.clone(), words)])?;
            let goes = until != Until::Drafted || item.code == "bao_cao";
            if item.sort != ItemSort::Text && goes {
                let name = format!("{}.pdf", item.code.replace('_', "-"));
                attach(app, &hands.union, id, &item.code, (&name, &one_page(&item.title)))?;
            }
        }
        Ok(id)
    }

    fn nominate_one(
        &self,
        hands: &Hands,
        new: &NewNomination,
        until: Until,
        on: Day,
    ) -> Result<()> {
        let app = &self.app;
        let items = checklist_for(&new.award, on).map(|list| list.items()).unwrap_or_default();
        let id = self.begin_file(hands, new, (until, &items))?;
        if until == Until::Drafted {
            return Ok(());
        }
        let why = Some("Đã đối chiếu hồ sơ tại đơn vị; minh chứng kèm theo.");
        let step = |unit: Id, number: Option<&str>| Outcome {
            unit,
            nominations: vec![id],
            document: number.map(|number| {
                DocumentRef::decision(number, Some(on), "Công đoàn phường Hoàn Kiếm", NAME)
            }),
            on,
        };
        send(app, &hands.union, &step(new.unit, None), why)?;
        let ward = domain::rounds::nomination(app, &hands.ward, id)?.row.holder;
        let Some((ward, _)) = ward else { return Ok(()) };
        let marks: Vec<Mark> = items
            .iter()
            .filter(|item| item.needed)
            .map(|item| Mark { item: item.code.clone(), reason: None })
            .collect();
        match until {
            Until::Sent | Until::Drafted => return Ok(()),
            Until::Returned => {
                let reason = "Biên bản chưa ghi số người dự họp và kết quả biểu quyết".to_owned();
                let marks = [
                    Mark { item: "bao_cao".to_owned(), reason: None },
                    Mark { item: "bien_ban".to_owned(), reason: Some(reason) },
                ];
                return return_file(app, &hands.ward, id, &marks, Some("Bổ sung trước 5/12/2026"));
            }
            Until::Refused => {
                let why = "Thành tích chưa tiêu biểu so với mặt bằng chung của phường";
                return refuse(app, &hands.ward, &step(ward, None), why);
            }
            _ => accept(app, &hands.ward, id, &marks)?,
        }
        if until == Until::Decided {
            let told = Decision {
                decided_by: "Công đoàn phường Hoàn Kiếm".to_owned(),
                title: NAME.to_owned(),
                presented_by: None,
                presented_on: None,
            };
            return decide(app, &hands.ward, &step(ward, Some("31/QĐ-CĐP")), &told).map(drop);
        }
        if until == Until::Accepted {
            return Ok(());
        }
        send(app, &hands.ward, &step(ward, Some("18/TTr-CĐP")), None)?;
        if matches!(until, Until::CityAccepted | Until::CityOpened) {
            accept(app, &hands.city, id, &marks)?;
        }
        if until == Until::CityOpened {
            open_list(app, &hands.city, (new.round, self.city), &[id], 60)?;
        }
        Ok(())
    }
}
