// Every page there is, on the demonstration books: its name, who looks at it, and where it stands. A page that has no
// address of its own is reached from a list: the first link that `through` names.

/** The address of the first link of a page that matches a pattern. */
const first = (from, pattern) => async (page) => {
  await page.goto(from);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  return links.find((link) => pattern.test(link));
};

/** The address of the last such link. */
const last = (from, pattern) => async (page) => {
  await page.goto(from);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  return links.findLast((link) => pattern.test(link));
};

/** The same through several pages, one after another. */
const through = (from, ...patterns) => async (page) => {
  let here = from;
  for (const pattern of patterns) here &&= await first(here, pattern)(page);
  return here;
};

/** A page below another one's address. */
const below = (way, path) => async (page) => {
  const [address, query] = (await way(page))?.split("?") ?? [];
  return address && `${address}/${path}${query ? `?${query}` : ""}`;
};

const UNIT = /^\/units\/[^/?]+/;
const at = (name, as, path) => ({ name, as, path });
const by = (name, as, through) => ({ name, as, through });
const HALF = "unit=hoan-kiem&period=2021-H1";

export const PLACES = [
  at("door", null, "/sign-in"),
  at("overview", "hoankiem", "/"),
  at("overview-2021", "hoankiem", `/?${HALF}`),
  at("trace", "hoankiem", `/figures/members.admitted?${HALF}`),
  at("ages", "hoankiem", `/figures/ages?${HALF}`),
  at("compare", "hoankiem", `/compare?${HALF}`),
  at("targets", "hoankiem", `/targets?${HALF}`),
  at("targets-grid", "hoankiem", `/targets/grid?unit=cd-phuong-hoan-kiem`),
  at("units", "hoankiem", "/units"),
  at("units-found", "hoankiem", "/units?q=cong+ty"),
  by("unit", "hoankiem", first("/units", UNIT)),
  by("unit-versions", "hoankiem", below(first("/units", UNIT), "versions")),
  by("unit-figures", "hoankiem", below(first("/units", UNIT), "figures")),
  by("unit-members", "hoankiem", below(first("/units", UNIT), "members")),
  by("unit-do", "hoankiem", below(first("/units", UNIT), "do")),
  by("unit-rename", "hoankiem", below(first("/units", UNIT), "do/rename")),
  by("unit-merge", "hoankiem", below(first("/units", UNIT), "do/merge")),
  at("rounds", "thanhpho", "/rounds?unit=ha-noi"),
  at("round-new", "thanhpho", "/rounds/new?unit=ha-noi"),
  by("round", "thanhpho", first("/rounds?unit=ha-noi", /^\/rounds\/[0-9A-Z]{13}/)),
  by("round-outcome", "thanhpho", through("/rounds?unit=ha-noi", /^\/rounds\/[0-9A-Z]{13}/, /^\/rounds\/[0-9A-Z]{13}\/outcome/)),
  by("nominate", "chutich", through("/rounds", /^\/rounds\/[0-9A-Z]{13}/, /^\/rounds\/[0-9A-Z]{13}\/nominate/)),
  by("nomination", "hoankiem", through("/rounds?unit=cd-phuong-hoan-kiem", /^\/rounds\/[0-9A-Z]{13}/, /^\/nominations\/[0-9A-Z]{13}/)),
  by("opening", "thanhpho", through("/rounds?unit=ha-noi", /^\/rounds\/[0-9A-Z]{13}/, /^\/openings\/[0-9A-Z]{13}/)),
  at("honours", "thanhpho", "/honours?unit=thanh-xuan&period=2024"),
  by("honours-paper", "thanhpho", first("/honours?unit=thanh-xuan&period=2024", /^\/honours\/[0-9A-Z]{13}/)),
  at("honours-new", "hoankiem", "/honours/new?unit=cd-phuong-hoan-kiem"),
  at("emulation", "thanhpho", "/emulation?unit=nam-tu-liem&period=2019"),
  by("contest", "thanhpho", first("/emulation?unit=nam-tu-liem&period=2018", /^\/emulation\/[0-9A-Z]{13}/)),
  by("conference", "thanhpho", first("/emulation?unit=nam-tu-liem&period=2020-05-29..2020-05-29", /^\/emulation\/[0-9A-Z]{13}/)),
  by("movement", "chutich", first("/emulation?period=2026", /^\/emulation\/[0-9A-Z]{13}/)),
  at("scores", "hoankiem", "/scores?unit=cd-phuong-hoan-kiem"),
  at("scores-of-chair", "chutich", "/scores"),
  at("score-sheet-new", "hoankiem", "/scores/sheets/new?unit=cd-phuong-hoan-kiem"),
  by("score-sheet", "hoankiem", first("/scores?unit=cd-phuong-hoan-kiem", /^\/scores\/sheets\/[0-9A-Z]{13}/)),
  by("score-cycle", "hoankiem", first("/scores?unit=cd-phuong-hoan-kiem", /^\/scores\/cycles\/[0-9A-Z]{13}/)),
  by("score-card-own", "chutich", first("/scores", /^\/scores\/cards\/[0-9A-Z]{13}/)),
  by("score-card", "hoankiem", through("/scores?unit=cd-phuong-hoan-kiem", /^\/scores\/cycles\/[0-9A-Z]{13}/, /^\/scores\/cards\/[0-9A-Z]{13}/)),
  by("score-ranking", "hoankiem", through("/scores?unit=cd-phuong-hoan-kiem", /^\/scores\/cycles\/[0-9A-Z]{13}/, /\/ranking\?/)),
  at("councils", "hoankiem", "/council?unit=cd-phuong-hoan-kiem"),
  at("council-new", "hoankiem", "/council/new?unit=cd-phuong-hoan-kiem"),
  by("council", "hoankiem", first("/council", /^\/council\/0[0-9A-Z]{12}/)),
  by("council-session-to-come", "hoankiem", first("/council", /^\/council\/sessions\/[0-9A-Z]{13}/)),
  by("council-matter", "hoankiem", through("/council", /^\/council\/sessions\/[0-9A-Z]{13}/, /\/matter/)),
  by("council-session-held", "hoankiem", last("/council", /^\/council\/sessions\/[0-9A-Z]{13}/)),
  by("council-minutes", "hoankiem", async (page) => first(await last("/council", /^\/council\/sessions\/[0-9A-Z]{13}/)(page), /\/minutes/)(page)),
  at("vote", "doanvien", "/vote"),
  by("council-plan", "hoankiem", through("/council", /^\/council\/0[0-9A-Z]{12}/, /\/plan/)),
  by("council-change", "hoankiem", through("/council", /^\/council\/sessions\/[0-9A-Z]{13}/, /\/change/)),
  by("council-close", "hoankiem", below(first("/council", /^\/council\/sessions\/[0-9A-Z]{13}/), "close")),
  at("awards", "hoankiem", "/awards"),
  by("award", "hoankiem", first("/awards", /^\/awards\/[a-z_]+\.[a-z_]+/)),
  at("eligibility", "hoankiem", "/awards/eligibility?unit=cd-phuong-hoan-kiem"),
  at("collective", "hoankiem", "/awards/collective?unit=cd-phuong-hoan-kiem"),
  at("initiatives", "thanhpho", "/initiatives?unit=nam-tu-liem&period=2020"),
  at("public-roll", null, "/so-vang/thanh-xuan"),
  at("reorganise", "thanhpho", "/reorganise?unit=ha-noi"),
  at("activities", "thanhpho", "/activities?unit=thanh-xuan&period=2023"),
  at("register", "thanhpho", "/activities/conferences?unit=thanh-xuan&period=2023"),
  by("record", "thanhpho", first("/activities/care?unit=thanh-xuan&period=2023", /^\/activities\/care\/[0-9A-Z]{13}/)),
  by("record-correct", "thanhpho", below(first("/activities/care?unit=thanh-xuan&period=2023", /^\/activities\/care\/[0-9A-Z]{13}/), "correct")),
  at("record-new", "hoankiem", "/activities/classes/new?unit=cd-phuong-hoan-kiem&form=held"),
  at("record-import", "hoankiem", "/activities/conferences/import?unit=cd-phuong-hoan-kiem"),
  at("stated", "hoankiem", "/activities/stated?unit=cd-phuong-hoan-kiem&period=2026"),
  at("obligations", "thanhpho", "/obligations?unit=thanh-xuan&period=2023"),
  at("obligation", "thanhpho", "/obligations/conferences.workers?unit=thanh-xuan&period=2023"),
  at("owed-figure", "thanhpho", "/figures/conferences.workers.held?unit=thanh-xuan&period=2023"),
  at("reports", "hoankiem", "/reports?unit=cd-phuong-hoan-kiem&period=2025-12-01..2026-05-31"),
  at("report", "hoankiem", `/reports/doan_vien_cdcs?${HALF}`),
  at("report-draft", "chutich", "/reports/1_hdcd?period=2026-06-01..2026-11-30"),
  at("report-upper", "hoankiem", "/reports/2_hdcd?unit=cd-phuong-hoan-kiem&period=2026-06-01..2026-11-30"),
  at("report-line", "thanhpho", `/reports/doan_vien_cdcs/line?${HALF}&line=II.2&version=1`),
  at("report-line-received", "thanhpho", "/reports/doan_vien_cdcs/line?unit=ha-noi&period=2021-H1&line=IV.1"),
  at("exchange", "thanhpho", "/exchange"),
  at("exchange-keys", "thanhpho", "/exchange/keys"),
  by("exchange-package", "thanhpho", first("/exchange", /^\/exchange\/[0-9A-Z]{13}/)),
  at("report-hall", "thanhpho", "/reports/ket_qua_nam/hall?unit=thanh-xuan&period=2023"),
  at("report-calls", "hoankiem", "/report-calls?unit=cd-phuong-hoan-kiem"),
  by("report-call", "hoankiem", first("/report-calls?unit=cd-phuong-hoan-kiem", /^\/report-calls\/[0-9A-Z]{13}/)),
  at("report-forms", "thanhpho", "/report-forms"),
  at("report-form-edit", "thanhpho", "/report-forms/edit?code=khen_thuong_cham_lo"),
  at("article", "thanhpho", "/articles/tong_ket_nam?unit=thanh-xuan&period=2023"),
  at("certificates", "thanhpho", "/certificates?unit=thanh-xuan&period=2024"),
  at("certificates-new", "thanhpho", "/certificates/new?unit=thanh-xuan"),
  by("certificates-of-decision", "thanhpho", first("/certificates?unit=thanh-xuan&period=2024", /^\/certificates\/decision\/[0-9A-Z]{13}/)),
  by("certificate", "thanhpho", through("/certificates?unit=thanh-xuan&period=2024", /^\/certificates\/decision\/[0-9A-Z]{13}/, /^\/certificates\/[0-9A-Z]{13}/)),
  at("verify", null, "/xac-minh"),
  by("verified", "thanhpho", through("/certificates?unit=thanh-xuan&period=2024", /^\/certificates\/decision\/[0-9A-Z]{13}/, /^\/certificates\/[0-9A-Z]{13}/, /\/xac-minh\//)),
  at("public", null, "/cong-bo/thanh-xuan"),
  by("public-report", null, first("/cong-bo/hoan-kiem", /^\/cong-bo\/hoan-kiem\/[0-9A-Z]{13}/)),
  by("public-hall", null, below(first("/cong-bo/hoan-kiem", /^\/cong-bo\/hoan-kiem\/[0-9A-Z]{13}/), "hoi-truong")),
  by("public-article", null, first("/cong-bo/thanh-xuan", /^\/cong-bo\/thanh-xuan\/[0-9A-Z]{13}$/)),
  at("prospects", "thanhpho", "/prospects"),
  at("members", "hoankiem", "/members"),
  by("member", "hoankiem", first("/members", /^\/members\/[0-9A-Z]{13}/)),
  at("members-found", "hoankiem", "/members?q=nguyen&sex=nu"),
  at("member-new", "hoankiem", "/members/new"),
  by("member-event", "hoankiem", through("/members", /^\/members\/[0-9A-Z]{13}/, /\/event/)),
  by("member-correct", "hoankiem", through("/members", /^\/members\/[0-9A-Z]{13}/, /\/correct/)),
  by("member-take-back", "hoankiem", through("/members", /^\/members\/[0-9A-Z]{13}/, /\/take-back/)),
  by("member-eligibility", "hoankiem", through("/members", /^\/members\/[0-9A-Z]{13}/, /\/eligibility/)),
  at("found", "hoankiem", "/find?q=nguyen"),
  at("transfers", "hoankiem", "/transfers"),
  at("duplicates", "thanhpho", "/duplicates"),
  at("duplicates-answered", "thanhpho", "/duplicates/answered"),
  at("tasks", "hoankiem", "/tasks"),
  at("imports", "hoankiem", "/imports"),
  at("documents", "hoankiem", "/documents"),
  by("document", "hoankiem", first("/documents", /^\/documents\/[0-9A-Z]{13}/)),
  at("document-issue", "hoankiem", "/documents/new?unit=cd-phuong-hoan-kiem&way=issued"),
  at("document-enter", "hoankiem", "/documents/new?unit=cd-phuong-hoan-kiem&way=incoming"),
  at("corrections", "hoankiem", "/corrections"),
  by("correction", "hoankiem", first("/corrections", /^\/corrections\/[0-9A-Z]{13}/)),
  at("check", "hoankiem", "/check"),
  at("accounts", "thanhpho", "/accounts"),
  at("account", "quantri", "/accounts/hoankiem"),
  at("account-new", "quantri", "/accounts/new"),
  at("rights", "hoankiem", "/rights"),
  at("why", "hoankiem", "/why"),
  at("audit", "kiemtra", "/audit"),
  at("parameters", "hoankiem", "/parameters"),
  at("system", "quantri", "/system"),
  at("me", "hoankiem", "/me"),
  at("my-record", "doanvien", "/me/record"),
  at("not-allowed", "lanhdao", "/targets/grid"),
  { ...at("no-page", "hoankiem", "/khong-co-trang-nay"), missing: true },
  at("chair", "chutich", "/"),
  at("english", "hoankiem", "/?lang=en"),
];
