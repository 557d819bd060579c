//! The SQL of what has come to depend on an import since: whatever stands in the books and names a person, a unit or an
//! employer that it brought.
//!
//! Kinds that a clerk meets daily are told by name and day; all others are counted, by the one table below. A test goes
//! through the catalogue of tables, so that a new one is asked too or says why not.

use db::{Tx, Value, values};
use kernel::{Day, Id};

use crate::Result;

/// What was recorded since about the people, units and employers that an import brought.
pub(super) fn dependents(
    tx: &mut Tx<'_>,
    federation: Id,
    import: Id,
    today: Day,
) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (what, sql) in NAMED {
        found.extend(tx.query(sql, &values![federation, import], |row| {
            Ok(format!("{what} {} ngày {}", row.text(0)?, row.day(1)?.vi()))
        })?);
    }
    for (table, column, what, stands) in COUNTED {
        let brought = brought(column);
        let sql = format!(
            "SELECT COUNT(*) FROM {table} e WHERE e.federation_id = $1 AND e.{column} IN ({brought})
               AND e.batch > (SELECT i.batch FROM import_run i WHERE i.federation_id = $1 AND i.id = $2)
               AND {stands}"
        );
        let mut values = values![federation, import].to_vec();
        if stands.contains("$3") {
            values.push(Value::from(today));
        }
        let count = tx.find(&sql, &values, |row| row.int(0))?.unwrap_or_default();
        if count > 0 {
            found.push(format!("{count} {what}"));
        }
    }
    Ok(found)
}

/// The ids that an import brought, of the sort that a column names.
fn brought(column: &str) -> &'static str {
    match column {
        "person_id" | "merged_into" => {
            "SELECT f.person_id FROM person_fact f
             WHERE f.federation_id = $1 AND f.import_id = $2 AND f.withdrawn = 0"
        }
        "employer_id" => {
            "SELECT m.id FROM employer m
             WHERE m.federation_id = $1 AND m.import_id = $2 AND m.withdraws IS NULL"
        }
        _ => {
            "SELECT u.unit_id FROM unit_event u WHERE u.federation_id = $1 AND u.import_id = $2
               AND u.kind IN ('founded', 'brought_forward', 'formed', 'external')"
        }
    }
}

/// That every row stands: what was recorded so is not taken back by anybody.
const ALWAYS: &str = "1 = 1";
/// That an honour was not recorded in error.
const HONOURED: &str =
    "NOT EXISTS (SELECT 1 FROM honour_end x WHERE x.federation_id = e.federation_id
    AND x.honour_id = e.id AND x.how = 'withdrawn')";
/// That a nomination was not withdrawn, after which nothing more happens to it.
const NOMINATED: &str =
    "NOT EXISTS (SELECT 1 FROM nomination_step x WHERE x.federation_id = e.federation_id
    AND x.nomination_id = e.id AND x.step = 'withdrawn')";
/// The same, told of another unit than the one that nominated.
const CALLED: &str = "e.called_id <> e.unit_id AND NOT EXISTS (SELECT 1 FROM nomination_step x
    WHERE x.federation_id = e.federation_id AND x.nomination_id = e.id AND x.step = 'withdrawn')";
/// The same of the unit that is to be honoured or whose member is.
const PRAISED: &str = "e.of_unit <> e.unit_id AND NOT EXISTS (SELECT 1 FROM nomination_step x
    WHERE x.federation_id = e.federation_id AND x.nomination_id = e.id AND x.step = 'withdrawn')";
/// That the nomination of a step was not withdrawn.
const STEPPED: &str =
    "NOT EXISTS (SELECT 1 FROM nomination_step x WHERE x.federation_id = e.federation_id
    AND x.nomination_id = e.nomination_id AND x.step = 'withdrawn')";
/// That a record of service is the latest and was not taken out.
const SERVED: &str = "e.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM service_record l
    WHERE l.federation_id = e.federation_id AND l.corrects = COALESCE(e.corrects, e.id) AND l.id > e.id)";
/// That a request waits for an answer.
const ASKED: &str = "EXISTS (SELECT 1 FROM correction_open o
    WHERE o.federation_id = e.federation_id AND o.request_id = e.id)";
/// That a unit was called and the call not taken back.
const CALLS: &str = "e.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM round_call l WHERE l.federation_id = e.federation_id
    AND l.round_id = e.round_id AND l.called_id = e.called_id AND l.id > e.id)";
/// That a matter is on the agenda.
const ON_AGENDA: &str = "e.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM council_matter l
    WHERE l.federation_id = e.federation_id AND l.session_id = e.session_id AND l.matter_id = e.matter_id
      AND l.id > e.id)";
/// That an event of a unit was not reversed, and reverses none.
const HAPPENED: &str = "e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM unit_event r
    WHERE r.federation_id = e.federation_id AND r.unit_id = e.unit_id AND r.reverses = e.id)";
/// That the event which named a successor was not reversed.
const SUCCEEDED: &str =
    "NOT EXISTS (SELECT 1 FROM unit_event r WHERE r.federation_id = e.federation_id
    AND r.unit_id = e.from_unit AND r.reverses = e.event_id)";
/// That a merge of people is the last word on who was merged.
const MERGED: &str = "e.merged_into IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_fact l
    WHERE l.federation_id = e.federation_id AND l.person_id = e.person_id AND l.id > e.id)";

/// What is counted: table, column, the words for it, and the condition under which a row `e` stands. Tables that
/// grow are asked by an index of the column; `unit_event.other_id`, `document_entry`, `certificate.person_id`, what
/// belongs to rounds and the council room have none and are read through, which an undoing may cost.
pub(super) const COUNTED: &[(&str, &str, &str, &str)] = &[
    (
        "unit_version",
        "employer_id",
        "đơn vị ghi theo người sử dụng lao động",
        "e.retracts IS NULL AND NOT EXISTS (SELECT 1 FROM unit_version x WHERE x.federation_id = e.federation_id
            AND x.unit_id = e.unit_id AND x.retracts = e.id)",
    ),
    ("prospect_visit", "employer_id", "lần tiếp xúc người sử dụng lao động", ALWAYS),
    ("prospect_visit", "scope_id", "lần tiếp xúc của đơn vị", ALWAYS),
    ("unit_event", "other_id", "việc của đơn vị khác liên quan đến đơn vị", HAPPENED),
    ("unit_successor", "from_unit", "đơn vị kế thừa của đơn vị", SUCCEEDED),
    ("unit_successor", "to_unit", "đơn vị mà đơn vị kế thừa", SUCCEEDED),
    ("person_fact", "person_id", "lần gộp hồ sơ đoàn viên vào hồ sơ khác", MERGED),
    ("person_fact", "merged_into", "hồ sơ đã gộp vào hồ sơ đoàn viên", MERGED),
    (
        "account_fact",
        "person_id",
        "tài khoản của đoàn viên",
        "e.state <> 'closed' AND NOT EXISTS (SELECT 1 FROM account_fact l WHERE l.federation_id = e.federation_id
            AND l.account_id = e.account_id AND l.id > e.id)",
    ),
    (
        "post_fact",
        "unit_id",
        "chức vụ của tài khoản tại đơn vị",
        "(e.to_on IS NULL OR e.to_on > $3) AND NOT EXISTS (SELECT 1 FROM post_fact l
            WHERE l.federation_id = e.federation_id AND l.post_id = e.post_id AND l.id > e.id)",
    ),
    ("series_number", "unit_id", "số văn bản đã cấp của đơn vị", ALWAYS),
    (
        "document_entry",
        "unit_id",
        "văn bản trong sổ của đơn vị",
        "e.withdraws IS NULL AND NOT EXISTS (SELECT 1 FROM document_entry x WHERE x.federation_id = e.federation_id
            AND x.document_id = e.document_id AND x.withdraws = e.id)",
    ),
    ("correction_request", "person_id", "đề nghị sửa của đoàn viên chờ trả lời", ASKED),
    ("correction_request", "unit_id", "đề nghị sửa tại đơn vị chờ trả lời", ASKED),
    ("service_record", "person_id", "mục hồ sơ xét khen thưởng của đoàn viên", SERVED),
    ("service_record", "unit_id", "mục hồ sơ xét khen thưởng tại đơn vị", SERVED),
    (
        "reorganisation",
        "unit_id",
        "lần sắp xếp của đơn vị",
        "e.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM reorganisation x WHERE x.federation_id = e.federation_id
            AND x.undoes = e.id)",
    ),
    ("emulation", "unit_id", "phong trào, đợt thi đua của đơn vị", ALWAYS),
    ("emulation_launch", "unit_id", "lần phát động thi đua tại đơn vị", ALWAYS),
    (
        "emulation_registration",
        "unit_id",
        "đăng ký thi đua của đơn vị",
        "e.step <> 'returned' AND NOT EXISTS (SELECT 1 FROM emulation_registration l
            WHERE l.federation_id = e.federation_id AND l.emulation_id = e.emulation_id AND l.unit_id = e.unit_id
              AND l.id > e.id)",
    ),
    ("contest_line", "unit_id", "dòng hội thi của đơn vị", ALWAYS),
    ("contest_line", "person_id", "dòng hội thi có tên đoàn viên", ALWAYS),
    (
        "commendation",
        "unit_id",
        "quyết định, tờ trình khen thưởng của đơn vị",
        "EXISTS (SELECT 1 FROM honour h WHERE h.federation_id = e.federation_id AND h.commendation_id = e.id
            AND NOT EXISTS (SELECT 1 FROM honour_end x WHERE x.federation_id = h.federation_id
                AND x.honour_id = h.id AND x.how = 'withdrawn'))",
    ),
    ("honour", "unit_id", "khen thưởng của đơn vị", HONOURED),
    ("honour", "person_id", "khen thưởng của đoàn viên", HONOURED),
    ("initiative", "unit_id", "sáng kiến của đơn vị", ALWAYS),
    ("initiative_author", "unit_id", "tác giả sáng kiến tại đơn vị", ALWAYS),
    ("initiative_author", "person_id", "sáng kiến của đoàn viên", ALWAYS),
    (
        "public_roll",
        "unit_id",
        "sổ vàng công khai của đơn vị",
        "e.is_open = 1 AND NOT EXISTS (SELECT 1 FROM public_roll l WHERE l.federation_id = e.federation_id
            AND l.unit_id = e.unit_id AND l.id > e.id)",
    ),
    ("certificate", "unit_id", "giấy chứng nhận đơn vị đã cấp", ALWAYS),
    ("certificate", "person_id", "giấy chứng nhận của đoàn viên", ALWAYS),
    ("round", "unit_id", "đợt xét khen thưởng của đơn vị", ALWAYS),
    ("round_call", "unit_id", "lần gọi xét khen thưởng của đơn vị", CALLS),
    ("round_call", "called_id", "lần đơn vị được gọi xét khen thưởng", CALLS),
    ("round_opening", "unit_id", "lần lấy ý kiến của đơn vị", ALWAYS),
    ("nomination", "unit_id", "đề nghị xét khen thưởng của đơn vị", NOMINATED),
    ("nomination", "called_id", "đề nghị xét khen thưởng theo lần gọi của đơn vị", CALLED),
    ("nomination", "of_unit", "đề nghị xét khen thưởng cho đơn vị", PRAISED),
    ("nomination", "person_id", "đề nghị xét khen thưởng cho đoàn viên", NOMINATED),
    ("nomination_step", "unit_id", "bước xét hồ sơ tại đơn vị", STEPPED),
    ("nomination_step", "holder_id", "bước chuyển hồ sơ đến đơn vị", STEPPED),
    (
        "report_cell",
        "unit_id",
        "ô của báo cáo đơn vị chưa nộp",
        "e.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM report_cell l WHERE l.federation_id = e.federation_id
            AND l.unit_id = e.unit_id AND l.form = e.form AND l.from_on = e.from_on AND l.to_on = e.to_on
            AND l.line = e.line AND l.id > e.id)
         AND NOT EXISTS (SELECT 1 FROM report_step l WHERE l.federation_id = e.federation_id
            AND l.unit_id = e.unit_id AND l.form = e.form AND l.from_on = e.from_on AND l.to_on = e.to_on)",
    ),
    (
        "report_call",
        "unit_id",
        "lần yêu cầu báo cáo của đơn vị",
        "e.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM report_call l WHERE l.federation_id = e.federation_id
            AND l.unit_id = e.unit_id AND l.form = e.form AND l.from_on = e.from_on AND l.to_on = e.to_on
            AND l.id > e.id)",
    ),
    (
        "report_due",
        "unit_id",
        "báo cáo đơn vị phải nộp",
        "e.due_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM report_due l WHERE l.federation_id = e.federation_id
            AND l.unit_id = e.unit_id AND l.form = e.form AND l.from_on = e.from_on AND l.to_on = e.to_on
            AND l.id > e.id)
         AND NOT EXISTS (SELECT 1 FROM report_call c JOIN report_call l ON l.federation_id = c.federation_id
                AND l.unit_id = c.unit_id AND l.form = c.form AND l.from_on = c.from_on AND l.to_on = c.to_on
                AND l.id >= c.id AND l.withdrawn = 1
            WHERE c.federation_id = e.federation_id AND c.id = e.call_id)",
    ),
    (
        "report_article",
        "unit_id",
        "bài công bố báo cáo của đơn vị",
        "e.withdraws IS NULL AND NOT EXISTS (SELECT 1 FROM report_article x WHERE x.federation_id = e.federation_id
            AND x.unit_id = e.unit_id AND x.withdraws = e.id)",
    ),
    (
        "peer_key",
        "unit_id",
        "khóa nhận gói báo cáo của đơn vị",
        "e.ends IS NULL AND NOT EXISTS (SELECT 1 FROM peer_key x WHERE x.federation_id = e.federation_id
            AND x.unit_id = e.unit_id AND x.ends = e.id)",
    ),
    ("emulation_cluster", "unit_id", "khối, cụm thi đua của đơn vị", ALWAYS),
    (
        "cluster_part",
        "unit_id",
        "khối, cụm thi đua có đơn vị",
        "e.part <> 'gone' AND NOT EXISTS (SELECT 1 FROM cluster_part l WHERE l.federation_id = e.federation_id
            AND l.cluster_id = e.cluster_id AND l.unit_id = e.unit_id AND l.id > e.id)",
    ),
    ("score_sheet", "unit_id", "bảng điểm của đơn vị", ALWAYS),
    ("score_cycle", "unit_id", "kỳ chấm điểm của đơn vị", ALWAYS),
    ("score_card", "unit_id", "phiếu chấm điểm của đơn vị", ALWAYS),
    (
        "council",
        "unit_id",
        "hội đồng của đơn vị",
        "NOT EXISTS (SELECT 1 FROM council l WHERE l.federation_id = e.federation_id
            AND l.council_id = e.council_id AND l.id > e.id)",
    ),
    (
        "council_member",
        "person_id",
        "chỗ trong hội đồng của đoàn viên",
        "NOT EXISTS (SELECT 1 FROM council_member l WHERE l.federation_id = e.federation_id
            AND l.member_id = e.member_id AND l.id > e.id)",
    ),
    ("council_matter", "person_id", "việc hội đồng xét về đoàn viên", ON_AGENDA),
    ("council_matter", "subject_unit_id", "việc hội đồng xét về đơn vị", ON_AGENDA),
];

/// What is told by name: each kind of dependent, and the query of a name and a day that finds the first few.
const NAMED: [(&str, &str); 10] = [
    (
        "việc của đoàn viên",
        "SELECT p.name, e.on_day FROM person_fact f
        JOIN member_event e ON e.federation_id = f.federation_id AND e.person_id = f.person_id
            AND e.reverses IS NULL AND COALESCE(e.import_id, 0) <> $2
            AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id
                AND r.person_id = e.person_id AND r.reverses = e.id)
        JOIN person p ON p.federation_id = f.federation_id AND p.id = f.person_id
        WHERE f.federation_id = $1 AND f.import_id = $2 AND f.withdrawn = 0
            AND (e.unit_event_id IS NULL OR NOT EXISTS (SELECT 1 FROM unit_event u
                WHERE u.federation_id = e.federation_id AND u.id = e.unit_event_id AND u.import_id = $2))
        ORDER BY e.id LIMIT 5",
    ),
    (
        "đoàn viên của đơn vị",
        "SELECT n.name, e.on_day FROM unit_event u
        JOIN member_event e ON e.federation_id = u.federation_id
            AND (e.unit_id = u.unit_id OR e.other_id = u.unit_id)
            AND e.reverses IS NULL AND COALESCE(e.import_id, 0) <> $2
            AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id
                AND r.person_id = e.person_id AND r.reverses = e.id)
            AND (e.unit_event_id IS NULL OR NOT EXISTS (SELECT 1 FROM unit_event x
                WHERE x.federation_id = e.federation_id AND x.id = e.unit_event_id AND x.import_id = $2))
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2
            AND u.kind IN ('founded', 'brought_forward', 'formed', 'external') ORDER BY e.id LIMIT 5",
    ),
    (
        "việc của đơn vị",
        "SELECT n.name, e.on_day FROM unit_event u
        JOIN unit_event e ON e.federation_id = u.federation_id AND e.unit_id = u.unit_id
            AND e.reverses IS NULL AND COALESCE(e.import_id, 0) <> $2
            AND NOT EXISTS (SELECT 1 FROM unit_event r WHERE r.federation_id = e.federation_id
                AND r.unit_id = e.unit_id AND r.reverses = e.id)
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2 ORDER BY e.id LIMIT 5",
    ),
    (
        "đơn vị trực thuộc",
        "SELECT n.name, l.from_on FROM unit_event u
        JOIN unit_line l ON l.federation_id = u.federation_id AND l.manager_id = u.unit_id AND l.retracts IS NULL
            AND NOT EXISTS (SELECT 1 FROM unit_line x WHERE x.federation_id = l.federation_id
                AND x.unit_id = l.unit_id AND x.retracts = l.id)
        JOIN unit_event e ON e.federation_id = l.federation_id AND e.id = l.event_id
            AND COALESCE(e.import_id, 0) <> $2
        JOIN unit_now n ON n.federation_id = l.federation_id AND n.unit_id = l.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2 ORDER BY l.id LIMIT 5",
    ),
    (
        "chỉ tiêu của đơn vị",
        "SELECT n.name, t.from_on FROM unit_event u
        JOIN target t ON t.federation_id = u.federation_id AND t.unit_id = u.unit_id
            AND COALESCE(t.import_id, 0) <> $2 AND t.value IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM target l WHERE l.federation_id = t.federation_id
                AND l.unit_id = t.unit_id AND l.indicator = t.indicator AND l.from_on = t.from_on
                AND l.to_on = t.to_on AND l.id > t.id)
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2
            AND u.kind IN ('founded', 'brought_forward', 'formed', 'external') ORDER BY t.id LIMIT 5",
    ),
    (
        "hoạt động của đơn vị",
        "SELECT n.name, a.on_day FROM unit_event u
        JOIN activity a ON a.federation_id = u.federation_id AND a.unit_id = u.unit_id AND a.withdrawn = 0
            AND COALESCE(a.import_id, 0) <> $2 AND NOT EXISTS (SELECT 1 FROM activity l
                WHERE l.federation_id = a.federation_id AND l.record_id = a.record_id AND l.id > a.id)
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2
            AND u.kind IN ('founded', 'brought_forward', 'formed', 'external') ORDER BY a.id LIMIT 5",
    ),
    (
        "hoạt động có tên đoàn viên",
        "SELECT p.name, a.on_day FROM person_fact f
        JOIN activity_person g ON g.federation_id = f.federation_id AND g.person_id = f.person_id
        JOIN activity a ON a.federation_id = g.federation_id AND a.id = g.activity_id AND a.withdrawn = 0
            AND COALESCE(a.import_id, 0) <> $2 AND NOT EXISTS (SELECT 1 FROM activity l
                WHERE l.federation_id = a.federation_id AND l.record_id = a.record_id AND l.id > a.id)
        JOIN person p ON p.federation_id = f.federation_id AND p.id = f.person_id
        WHERE f.federation_id = $1 AND f.import_id = $2 AND f.withdrawn = 0 ORDER BY a.id LIMIT 5",
    ),
    (
        "số tự tổng hợp của đơn vị",
        "SELECT n.name, s.from_on FROM unit_event u
        JOIN stated_count s ON s.federation_id = u.federation_id AND s.unit_id = u.unit_id
            AND s.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stated_count l
                WHERE l.federation_id = s.federation_id AND l.unit_id = s.unit_id AND l.indicator = s.indicator
                    AND l.from_on = s.from_on AND l.to_on = s.to_on AND l.id > s.id)
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2
            AND u.kind IN ('founded', 'brought_forward', 'formed', 'external') ORDER BY s.id LIMIT 5",
    ),
    (
        "báo cáo của đơn vị",
        "SELECT n.name, s.from_on FROM unit_event u
        JOIN report_step s ON s.federation_id = u.federation_id AND s.unit_id = u.unit_id
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2
            AND u.kind IN ('founded', 'brought_forward', 'formed', 'external') ORDER BY s.id LIMIT 5",
    ),
    (
        "gói báo cáo của đơn vị",
        "SELECT n.name, s.from_on FROM unit_event u
        JOIN report_package s ON s.federation_id = u.federation_id AND s.unit_id = u.unit_id
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2
            AND u.kind IN ('founded', 'brought_forward', 'formed', 'external') ORDER BY s.id LIMIT 5",
    ),
];
