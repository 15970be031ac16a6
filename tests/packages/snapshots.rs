//! One item in each format.

use expect_test::{Expect, expect};
use yomikurabe::domain::export::anki;
use yomikurabe::domain::export::citation::{bibtex, csl_json};
use yomikurabe::domain::export::gift::gift;
use yomikurabe::domain::export::moodle::moodle_xml;
use yomikurabe::domain::export::qti;
use yomikurabe::domain::export::question::{Asked, all_written};
use yomikurabe::domain::export::records::{Kind, Records};
use yomikurabe::domain::export::source::Home;
use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::pack::compile::compile;
use yomikurabe::domain::quiz::Context;
use yomikurabe::domain::text::Fold;

use crate::bundled::folder;

/// The smallest pack of the tests.
fn pack() -> Pack {
    let (pack, problems) = compile(&folder::sources(&folder::base()));
    assert!(problems.is_empty(), "{problems:?}");
    pack
}

fn home() -> Home {
    Home::at("https://example.org/").expect("an address")
}

fn asked(pack: &Pack, at: usize) -> Vec<Asked> {
    let fold = |words: &str| Fold::native().answer(words);
    let all = all_written(&Context::new(pack, &fold), &home());
    all.into_iter().skip(at).take(1).collect()
}

#[track_caller]
fn check(written: &str, expected: Expect) {
    expected.assert_eq(written);
}

#[test]
fn a_question_as_gift() {
    check(
        &gift(&asked(&pack(), 0), "credit", "category").text,
        expect![[r#"
        // credit

        $CATEGORY: category

        // [id:q-who] [tag:kind-who-said] [tag:document-bridge] [tag:issue-bridge]
        ::q-who::[plain]新橋が要ると述べたのはだれか。{
        ~県
        ~国
        ~議会
        =市長
        ####市長の言葉である。\n出典：資料1「橋をめぐって」¶1（https\://example.org/\#doc/bridge/p1）
        }
    "#]],
    );
}

#[test]
fn a_question_as_moodle_xml() {
    check(
        &moodle_xml(&asked(&pack(), 0), "credit", "category").text,
        expect![[r#"
            <?xml version="1.0" encoding="UTF-8"?>
            <quiz>
            <question type="category">
            <category>
            <text>$course$/top/category</text>
            </category>
            <info format="html">
            <text>&lt;p&gt;credit&lt;/p&gt;</text>
            </info>
            </question>
            <question type="multichoice">
            <name>
            <text>q-who</text>
            </name>
            <questiontext format="html">
            <text>&lt;p&gt;新橋が要ると述べたのはだれか。&lt;/p&gt;</text>
            </questiontext>
            <generalfeedback format="html">
            <text>&lt;p&gt;市長の言葉である。&lt;/p&gt;&lt;p&gt;出典：&lt;a href=&quot;https://example.org/#doc/bridge/p1&quot;&gt;資料1「橋をめぐって」¶1&lt;/a&gt;&lt;/p&gt;</text>
            </generalfeedback>
            <defaultgrade>1</defaultgrade>
            <hidden>0</hidden>
            <idnumber>q-who</idnumber>
            <single>true</single>
            <shuffleanswers>true</shuffleanswers>
            <answernumbering>none</answernumbering>
            <answer fraction="0" format="html">
            <text>&lt;p&gt;県&lt;/p&gt;</text>
            </answer>
            <answer fraction="0" format="html">
            <text>&lt;p&gt;国&lt;/p&gt;</text>
            </answer>
            <answer fraction="0" format="html">
            <text>&lt;p&gt;議会&lt;/p&gt;</text>
            </answer>
            <answer fraction="100" format="html">
            <text>&lt;p&gt;市長&lt;/p&gt;</text>
            </answer>
            <tags>
            <tag>
            <text>kind-who-said</text>
            </tag>
            <tag>
            <text>document-bridge</text>
            </tag>
            <tag>
            <text>issue-bridge</text>
            </tag>
            </tags>
            </question>
            </quiz>
        "#]],
    );
}

#[test]
fn a_question_as_qti() {
    let package = qti::package(&asked(&pack(), 0), "id", "title", "credit");
    let item = package.parts.last().expect("an item");
    check(
        &item.text,
        expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd" identifier="q-who" title="q-who" xml:lang="ja" adaptive="false" time-dependent="false">
        <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>c4</qti-value></qti-correct-response></qti-response-declaration>
        <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>
        <qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"/>
        <qti-item-body>
        <qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1">
        <qti-prompt>新橋が要ると述べたのはだれか。</qti-prompt>
        <qti-simple-choice identifier="c1">県</qti-simple-choice>
        <qti-simple-choice identifier="c2">国</qti-simple-choice>
        <qti-simple-choice identifier="c3">議会</qti-simple-choice>
        <qti-simple-choice identifier="c4">市長</qti-simple-choice>
        </qti-choice-interaction>
        </qti-item-body>
        <qti-response-processing>
        <qti-response-condition><qti-response-if><qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if><qti-response-else><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">0</qti-base-value></qti-set-outcome-value></qti-response-else></qti-response-condition>
        <qti-set-outcome-value identifier="FEEDBACK"><qti-base-value base-type="identifier">WHY</qti-base-value></qti-set-outcome-value>
        </qti-response-processing>
        <qti-modal-feedback outcome-identifier="FEEDBACK" identifier="WHY" show-hide="show">
        <qti-content-body>
        <p>市長の言葉である。</p>
        <p>出典：<a href="https://example.org/#doc/bridge/p1">資料1「橋をめぐって」¶1</a></p>
        </qti-content-body>
        </qti-modal-feedback>
        </qti-assessment-item>
    "#]],
    );
}

#[test]
fn a_position_as_json_and_csv() {
    let mut records = Records::of(&pack(), Kind::Positions, &home());
    records.rows.truncate(1);
    check(
        &records.to_json(),
        expect![[r#"
        {
          "format": "yomikurabe-records/1",
          "table": "positions",
          "title": "立場",
          "title_en": "Positions",
          "licence": "CC0",
          "credit": "「橋の話」よみくらべ学習版、The Yomikurabe authors、CC0",
          "credit_en": "“The bridge”, よみくらべ study edition, The Yomikurabe authors, CC0",
          "records": [
            {
              "id": "br-1",
              "issue": "bridge",
              "issue_title": "新橋",
              "issue_title_en": "The new bridge",
              "issue_question": "新橋を架けるべきか",
              "actor": "mayor",
              "actor_name": "市長",
              "actor_name_en": "The mayor",
              "side": "city",
              "stance": "supports",
              "stance_name": "支持",
              "paraphrase": "新橋が要ると述べた。",
              "quote": "新橋が要る",
              "date": "2026-01-06",
              "said_on": "2026年1月6日",
              "speaker": "市長",
              "reporter": "資料の筆者",
              "attribution": "direct",
              "attribution_name": "本人の言葉",
              "cue": "述べた",
              "document": "bridge",
              "document_label": "資料1",
              "document_title": "橋をめぐって",
              "paragraph": 1,
              "anchor": "市長",
              "address": "https://example.org/#doc/bridge/p1"
            }
          ]
        }
    "#]],
    );
    check(
        &records.to_csv().replace('\r', ""),
        expect![[r#"
        ﻿id,論点id,論点,論点（英語）,論点の問い,主体id,主体,主体（英語）,表の列（主体id）,立場id,立場,条件,要約,引用,発言日（ISO）,発言日,話し手,伝え手,伝わり方id,伝わり方,手がかりの語,注,文書id,文書,文書の題名,段落,根拠の語句,場所,教材
        br-1,bridge,新橋,The new bridge,新橋を架けるべきか,mayor,市長,The mayor,city,supports,支持,,新橋が要ると述べた。,新橋が要る,2026-01-06,2026年1月6日,市長,資料の筆者,direct,本人の言葉,述べた,,bridge,資料1,橋をめぐって,1,市長,https://example.org/#doc/bridge/p1,「橋の話」よみくらべ学習版、The Yomikurabe authors、CC0
    "#]],
    );
}

#[test]
fn references() {
    let mut pack = pack();
    pack.documents.truncate(1);
    check(
        &csl_json(&pack, &home()),
        expect![[r#"
        [
          {
            "URL": "https://example.org/#doc/bridge",
            "author": [
              {
                "literal": "筆者"
              }
            ],
            "genre": "記事",
            "id": "bridge",
            "issued": {
              "date-parts": [
                [
                  2026,
                  1,
                  6
                ]
              ]
            },
            "language": "ja",
            "note": "資料1。文中にある",
            "title": "橋をめぐって",
            "title-short": "橋の記事",
            "type": "article"
          },
          {
            "URL": "https://example.org/#docs",
            "author": [
              {
                "literal": "The Yomikurabe authors"
              }
            ],
            "id": "base",
            "language": "ja",
            "note": "“The bridge”, よみくらべ study edition, The Yomikurabe authors, CC0",
            "title": "橋の話",
            "type": "webpage"
          }
        ]
    "#]],
    );
    check(
        &bibtex(&pack, &home()),
        expect![[r#"
            @misc{bridge,
              author = {{筆者}},
              title = {{橋をめぐって}},
              year = {2026},
              date = {2026-01-06},
              type = {記事},
              note = {資料1。文中にある},
              url = {https://example.org/#doc/bridge},
              langid = {japanese},
            }
            @misc{base,
              author = {{The Yomikurabe authors}},
              title = {{橋の話}},
              note = {“The bridge”, よみくらべ study edition, The Yomikurabe authors, CC0},
              url = {https://example.org/#docs},
              langid = {japanese},
            }
        "#]],
    );
}

#[test]
fn a_term_as_a_note() {
    let pack = pack();
    let note = anki::notes(&pack, &[], "credit", &home()).into_iter().next();
    let note = note.expect("a term");
    check(
        &format!("{}\n{}\n{}\n", note.guid, note.tags.join(" "), note.fields.join("\n")),
        expect![[r#"
            yomikurabe/base/term/council
            yomikurabe::term yomikurabe::kind::organisation yomikurabe::document::bridge
            council
             議会[ぎかい]
            ぎかい
            市の議会
            <p>反対した。 <small>［<a href="https://example.org/#doc/bridge/p2">資料1「橋をめぐって」¶2</a>］</small></p><p>選挙で選ばれる。 <small>［背景知識、2026年の時点］</small></p>
            Council
            <a href="https://example.org/#term/council">用語「議会」</a>
            credit
        "#]],
    );
}
