//! The page of the downloads: what each file is for, how large it is, and how it is taken into another program.

use yomikurabe::domain::export::xml::{Element, lines, run};
use yomikurabe::domain::lang::{Bilingual, Phrase};

use super::{Download, Matter};

/// The page's style sheet.
pub const STYLE: &str = "downloads.css";
/// Nothing runs here, and nothing comes from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/// What files are for, together.
struct Group {
    /// The id of its place.
    id: &'static str,
    title: Phrase,
    what: Phrase,
    /// How it is taken into another program; how that is known stands with it.
    how: &'static [Phrase],
    files: &'static [File],
}

/// A file and what it is.
struct File {
    /// Its name; one that begins with a point is the end of the pack's own.
    name: &'static str,
    what: Phrase,
}

impl File {
    fn is(&self, download: &Download) -> bool {
        match self.name.starts_with('.') {
            true => download.name.ends_with(self.name),
            false => download.name == self.name,
        }
    }
}

const fn file(name: &'static str, ja: &'static str, en: &'static str) -> File {
    File {
        name,
        what: Phrase(ja, en),
    }
}

const GROUPS: &[Group] = &[
    Group {
        id: "course",
        title: Phrase("授業で出す問い", "Questions for a course"),
        what: Phrase(
            "書かれた問いと、教材の表から作った問いを、学習管理システムに入れる形にしたもの。どの問いにも、正答の理由と根拠の段落がつく。作った問いは誤答の組み合わせを一つに決めてある。",
            "The written questions, and those made from the pack's tables, in forms that course systems take in. Each has the reason for its key and the paragraph it rests on. Generated questions have one fixed choice of wrong answers.",
        ),
        how: &[
            Phrase(
                "Moodle：コースの「問題バンク」→「インポート」で「GIFTフォーマット」か「Moodle XMLフォーマット」を選び、ファイルを置く。問題は「よみくらべ …」というカテゴリに入る。どちらか一つでよい。XMLのほうが、リンクと引用の体裁が残る。",
                "Moodle: in the course, Question bank → Import, choose “GIFT format” or “Moodle XML format”, and drop the file. Questions go into a category “よみくらべ …”. One of the two is enough; the XML keeps links and quotations as such.",
            ),
            Phrase(
                "QTI 3を読むシステム：zipをそのまま「QTIパッケージの読み込み」に渡す。QTI 2しか読まないシステムには使えない。",
                "Systems that read QTI 3: give the zip as it is to their import of QTI packages. Systems that know only QTI 2 cannot read it.",
            ),
            Phrase(
                "並べかえは、GIFTとMoodle XMLでは「1番目、2番目…」を結ぶ問いになる（並べかえの型がないため）。穴埋めは打ちこむ問いで、正しい書き方として並べたものだけが正答になる。よみくらべ本体のような、かなや記号のゆれの吸収はない。",
                "Ordering becomes matching with “1番目, 2番目 …” in GIFT and Moodle XML, which have no type for it. Gaps are typed; only the spellings listed count, without this page's tolerance for kana and punctuation.",
            ),
            Phrase(
                "確かめたこと：GIFTは gift-pegjs で、Moodle XMLは別のXML読み取り器で全問を読みもどし、QTIは qti-components で採点して、もとの問いと一つずつ比べた。Moodle本体と、ほかの学習管理システムでは、ここでは試していない（手順はMoodleの公開されたソースと説明による）。",
                "What was checked: every question was read back by gift-pegjs (GIFT) and an independent reader of XML (Moodle XML), and scored by qti-components (QTI), and compared with the original. Not tried here: Moodle itself and other course systems; the steps come from Moodle's public source and documentation.",
            ),
        ],
        files: &[
            file(
                "questions.moodle.xml",
                "書かれた問い、Moodle XML",
                "written questions, Moodle XML",
            ),
            file("questions.gift.txt", "書かれた問い、GIFT", "written questions, GIFT"),
            file("questions.qti.zip", "書かれた問い、QTI 3", "written questions, QTI 3"),
            file(
                "questions-generated.moodle.xml",
                "作った問い、Moodle XML",
                "generated questions, Moodle XML",
            ),
            file(
                "questions-generated.gift.txt",
                "作った問い、GIFT",
                "generated questions, GIFT",
            ),
            file(
                "questions-generated.qti.zip",
                "作った問い、QTI 3",
                "generated questions, QTI 3",
            ),
            file(
                "questions.json",
                "書かれた問い、JSON（プログラム用）",
                "written questions, JSON for programs",
            ),
            file(
                "questions-generated.json",
                "作った問い、JSON（プログラム用）",
                "generated questions, JSON for programs",
            ),
        ],
    },
    Group {
        id: "scorm",
        title: Phrase("学習管理システムの教材", "A course for a course system"),
        what: Phrase(
            "このページをまるごと、学習管理システムの教材として置き、完了、合否、得点、かかった時間、一問ごとの答えを受けとるためのもの。途中でやめても、続きから始められる。はじめは練習10問（種1、合格は60％以上）になっている。",
            "The whole page as a course of a course system, which gets completion, success, score, time and each answer back. Who stops goes on from there. As it is, it is a practice of ten questions (seed 1, passed with 60 percent).",
        ),
        how: &[
            Phrase(
                "SCORM 1.2かSCORM 2004（第4版）：zipをそのまま「SCORMパッケージ」の活動に渡す。システムがどちらも読むなら2004。Moodleは1.2を読む。得点は最もよい回、合格は一度すればそのまま。",
                "SCORM 1.2 or SCORM 2004 (4th edition): give the zip as it is to an activity for SCORM packages. Take 2004 where the system reads both; Moodle reads 1.2. The best run counts, and who has passed stays so.",
            ),
            Phrase(
                "xAPI（tincan.xml）：起動のときに記録先を渡すシステムに置く。答えるごと、終えるごとに文を送り、届かなければブラウザーに残して送りなおす。続きは同じブラウザーでだけ始められる。",
                "xAPI (tincan.xml): for systems that name their record store at the launch. A statement is sent for each answer and each end; what does not arrive is kept in the browser and sent again. Going on is possible in the same browser only.",
            ),
            Phrase(
                "別の問い、別の画面にするには、教材の画面のいちばん下の「教材に入れる」で選び、そこでzipを受けとる。手で書きかえるなら、zipの最初のファイル course.js の view（docs/packages.md）。",
                "For other questions or another view, choose them under “Put into course material” at the foot of every view, and take the zip there. By hand, change the view in the zip's first file, course.js (docs/packages.md).",
            ),
            Phrase(
                "確かめたこと：目録はSCORMのXSDに合う。動作は scorm-again（別の窓をまたぐ形も）と、xAPIの記録先 ralph を相手に、ブラウザーで確かめた。Moodleなどの学習管理システムそのものでは、ここでは試していない。",
                "What was checked: the manifests keep to the XSDs of SCORM; the run time was tried in a browser against scorm-again, across frames too, and against the record store ralph. Not tried here: Moodle and other course systems themselves.",
            ),
        ],
        files: &[
            file("course-scorm12.zip", "SCORM 1.2", "SCORM 1.2"),
            file("course-scorm2004.zip", "SCORM 2004 第4版", "SCORM 2004, 4th edition"),
            file("course-xapi.zip", "xAPI（tincan.xml）", "xAPI (tincan.xml)"),
        ],
    },
    Group {
        id: "book",
        title: Phrase("本", "Book"),
        what: Phrase(
            "文書（ふりがなと、用語へのリンクつき）、論点ごとの立場、用語、書かれた問いとその答えを一冊にしたもの。電子書籍のアプリや端末で、ネットワークなしに読める。",
            "Documents with readings and links to the terms, positions issue by issue, glossary, and the written questions with their key, as one book for e-book apps and devices, without a network.",
        ),
        how: &[Phrase(
            "iPhoneとiPadは「ブック」、AndroidはPlayブックなど、パソコンはThorium Readerなどで開く。Kindleには「Send to Kindle」で送る。どれも、ここでは試していない。EPUBCheckで誤りがないことだけ確かめた。",
            "Open it in Books on iPhone and iPad, Play Books or another app on Android, Thorium Reader or another on a computer; send it to a Kindle by Send to Kindle. None of these was tried here; what was checked is that EPUBCheck finds no error.",
        )],
        files: &[file(".epub", "EPUB 3", "EPUB 3")],
    },
    Group {
        id: "cards",
        title: Phrase("暗記カード", "Flash cards"),
        what: Phrase(
            "用語（語から意味、意味から語の二枚）と書かれた問いの、Ankiのカード。ふりがな、根拠、文書・論点・種類のタグがつく。",
            "Cards for Anki: each term both ways, and the written questions, with furigana, sources, and tags by document, issue and kind.",
        ),
        how: &[
            Phrase(
                "Anki：「ファイル」→「読み込む」でファイルを選ぶ。新しい版のファイルをもう一度読み込むと、学習の記録はそのままで、同じカードの中身が更新される（更新されないときは「ノートを更新する：常に」を選ぶ）。",
                "Anki: File → Import and choose the file. When a newer file is imported again, the same cards are updated and what was learnt stays; where they are not, choose “Update notes: always”.",
            ),
            Phrase(
                "確かめたこと：Ankiのライブラリ（PyPIのanki）で読み込み、すべてのカードのすべての欄をもとと比べ、ふりがなが描かれることを見た。Ankiの画面と、AnkiDroid、AnkiMobileでは、ここでは試していない。",
                "What was checked: imported with Anki's own library (PyPI anki), every field of every note compared, and furigana seen to be drawn. Not tried here: Anki's window, AnkiDroid, AnkiMobile.",
            ),
        ],
        files: &[file(
            ".apkg",
            "用語と書かれた問い、Anki",
            "terms and written questions, Anki",
        )],
    },
    Group {
        id: "tables",
        title: Phrase("表", "Tables"),
        what: Phrase(
            "立場、用語、できごと、数字の表。一行ごとに、だれの言葉か、だれが伝えるか、どの文書のどの段落かがある。",
            "Positions, glossary, events and figures as tables. Each row says whose words, who reports them, and which paragraph of which document.",
        ),
        how: &[
            Phrase(
                "CSVは、ダブルクリックでExcelに開く（UTF-8、先頭にバイト順マークがある。ないと日本語のExcelはシフトJISと取りちがえる）。式として働きうるセルには、頭に「'」がついている。",
                "CSV opens in Excel by double-click: UTF-8 with a byte order mark, without which a Japanese Excel takes it for Shift_JIS. Cells that could run as formulas begin with an apostrophe.",
            ),
            Phrase(
                "JSONの形は records.schema.json にある（JSON Schema 2020-12）。値がないものは、キーがない。Excelと表計算ソフトでは、ここでは試していない。",
                "The form of the JSON is in records.schema.json (JSON Schema 2020-12); what has no value has no key. Not tried here: Excel and other spreadsheets.",
            ),
        ],
        files: &[
            file("positions.csv", "立場、CSV", "positions, CSV"),
            file("positions.json", "立場、JSON", "positions, JSON"),
            file("glossary.csv", "用語、CSV", "glossary, CSV"),
            file("glossary.json", "用語、JSON", "glossary, JSON"),
            file("events.csv", "できごと、CSV", "events, CSV"),
            file("events.json", "できごと、JSON", "events, JSON"),
            file("figures.csv", "数字、CSV", "figures, CSV"),
            file("figures.json", "数字、JSON", "figures, JSON"),
            file("records.schema.json", "JSONの形", "the schema of the JSON files"),
        ],
    },
    Group {
        id: "references",
        title: Phrase("文献", "References"),
        what: Phrase(
            "もとの文書の書誌。筆者や日付の記載がないものは、ないままにしてある。",
            "The documents as references. Where author or date are not given, they are left out.",
        ),
        how: &[Phrase(
            "Zoteroなどの文献管理ソフトの「インポート」に渡す。どちらか一つでよい。二つが同じことを言うことは citation-js で確かめた。Zoteroでは、ここでは試していない。",
            "Import one of the two in Zotero or another reference manager. Checked with citation-js: both say the same. Not tried here: Zotero.",
        )],
        files: &[
            file("references.csl.json", "CSL-JSON", "CSL-JSON"),
            file("references.bib", "BibTeX（UTF-8）", "BibTeX (UTF-8)"),
        ],
    },
];

/// The page.
pub fn page(matter: &Matter, downloads: &[Download]) -> Result<String, String> {
    let mut main = run("main").child(head(matter));
    for group in GROUPS {
        main = main.child(section(group, downloads)?);
    }
    let listed = |download: &&Download| {
        !GROUPS
            .iter()
            .flat_map(|group| group.files)
            .any(|file| file.is(download))
    };
    if let Some(missing) = downloads.iter().find(listed) {
        return Err(format!("{}: the page of the downloads does not name it", missing.name));
    }
    let main = main.child(rights(matter));
    let html = run("html")
        .with("lang", "ja")
        .child(html_head())
        .child(run("body").child(bar()).child(main));
    Ok(["<!DOCTYPE html>\n", &void_tags(&html.to_xml()), "\n"].concat())
}

/// HTML has no `/>` but in elements that are never closed.
fn void_tags(html: &str) -> String {
    html.replace("/>", ">")
}

fn html_head() -> Element {
    let meta = |name: &'static str, value: &'static str| run("meta").with("name", name).with("content", value);
    lines("head")
        .child(run("meta").with("charset", "utf-8"))
        .child(
            run("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", POLICY),
        )
        .child(meta("viewport", "width=device-width, initial-scale=1"))
        .child(meta("color-scheme", "light dark"))
        .child(meta("referrer", "no-referrer"))
        .child(meta(
            "description",
            "この教材の問い、表、文献を、ほかのプログラムに持ち出すためのファイル。",
        ))
        .child(run("title").text("持ち出す ― よみくらべ"))
        .child(run("link").with("rel", "icon").with("href", "data:,"))
        .child(run("link").with("rel", "stylesheet").with("href", STYLE))
}

fn bar() -> Element {
    let name = run("a").with("href", "../index.html").text("よみくらべ");
    run("header").child(run("p").child(name))
}

fn head(matter: &Matter) -> Element {
    let ids = GROUPS.iter().map(|group| {
        let link = run("a").with("href", ["#", group.id].concat()).text(group.title.0);
        run("li").child(link)
    });
    let counts = matter.questions.each_ref().map(|(_, asked)| asked.len());
    let lead = Phrase(
        "この教材を、ほかのプログラムに持ち出すためのファイル。どれにも、だれの言葉か、どの文書のどの段落かが書いてある。",
        "Files that take this pack into other programs. Each of them says whose words they are, and in which paragraph of which document they stand.",
    );
    run("div")
        .child(run("h1").text("持ち出す").child(english("span", " Downloads")))
        .child(run("p").with("class", "matter").text(&matter.pack.title.ja))
        .child(run("p").text(lead.0))
        .child(english("p", lead.1))
        .child(run("p").text(format!("書かれた問い{}、作った問い{}。", counts[0], counts[1])))
        .child(material())
        .child(run("nav").with("aria-label", "目次").child(run("ul").children(ids)))
}

/// The way to the dialogue that puts one view into a course.
fn material() -> Element {
    let link = run("a").with("href", "../index.html#material").text("教材に入れる");
    let said = Phrase(
        "画面をひとつ授業のページに入れる、リンクをQRコードにする、SCORMの問いを選ぶ：",
        " Put one view into a course page, make a QR code of a link, choose the questions of a SCORM package.",
    );
    run("p").text(said.0).child(link).child(english("span", said.1))
}

fn english(name: &'static str, words: &str) -> Element {
    run(name).with("lang", "en").text(words)
}

fn section(group: &Group, downloads: &[Download]) -> Result<Element, String> {
    let mut rows = Vec::new();
    let mut left_out = Vec::new();
    for file in group.files {
        let found = downloads.iter().find(|download| file.is(download));
        let download = found.ok_or_else(|| format!("{}: it was not made", file.name))?;
        rows.push(row(file, download));
        left_out.extend(
            download
                .left_out
                .iter()
                .map(|(id, why)| (download.name.as_str(), id, why)),
        );
    }
    let how = group
        .how
        .iter()
        .map(|how| run("li").child(run("p").text(how.0)).child(english("p", how.1)));
    let section = run("section")
        .with("id", group.id)
        .child(
            run("h2")
                .text(group.title.0)
                .child(english("span", &[" ", group.title.1].concat())),
        )
        .child(run("p").text(group.what.0))
        .child(english("p", group.what.1))
        .child(table(rows))
        .child(run("ul").with("class", "how").children(how));
    Ok(match left_out.is_empty() {
        true => section,
        false => section.child(missing(&left_out)),
    })
}

fn table(rows: Vec<Element>) -> Element {
    let name = |words: &str| run("th").with("scope", "col").text(words);
    let head = ["ファイル", "内容", "大きさ"].map(name);
    run("table")
        .child(run("thead").child(run("tr").children(head)))
        .child(run("tbody").children(rows))
}

fn row(file: &File, download: &Download) -> Element {
    let name = &download.name;
    let link = run("a").with("href", name).with("download", name).text(name);
    run("tr")
        .child(run("th").with("scope", "row").child(link))
        .child(
            run("td")
                .text(file.what.0)
                .child(english("span", &[" ", file.what.1].concat())),
        )
        .child(run("td").text(size(download.bytes.len())))
}

/// Bytes in words: 12 KB, 1.4 MB.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

/// Questions that a file cannot carry, and why.
fn missing(left_out: &[(&str, &String, &Phrase)]) -> Element {
    let item = |(file, id, why): &(&str, &String, &Phrase)| {
        run("li")
            .text(format!("{file}: {id}（{}）", why.0))
            .child(english("span", &[" ", why.1].concat()))
    };
    let title = run("h3")
        .text("入らなかった問い")
        .child(english("span", " Questions left out"));
    run("div")
        .child(title)
        .child(run("ul").children(left_out.iter().map(item)))
}

fn rights(matter: &Matter) -> Element {
    let Bilingual { ja, en } = &matter.credit;
    let licence = yomikurabe::domain::export::source::licence_address(&matter.pack.licence);
    let link = licence.map(|address| run("a").with("href", address).text(address));
    let edition = Phrase(
        "文書は原文の写しではなく、段落ごとに言い直した学習版である。使うときは次のように書き、変えたところがあればそう書く。",
        "The documents are not copies but a study edition that retells them paragraph by paragraph. Use them with this line, and say where you changed something.",
    );
    run("section")
        .with("id", "rights")
        .child(run("h2").text("使い方の条件").child(english("span", " Terms of use")))
        .child(run("p").text(edition.0))
        .child(english("p", edition.1))
        .child(run("p").with("class", "credit").text(ja))
        .child(english("p", en).with("class", "credit"))
        .children(link.map(|link| run("p").child(link)))
}
