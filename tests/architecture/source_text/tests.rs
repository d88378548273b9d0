//! Tests that code, comments and literals are told apart.

use super::{Kind, Language, code, parts};

fn comments(text: &str, language: Language) -> Vec<&str> {
    let parts = parts(text, language).into_iter();
    parts.filter(|part| part.kind == Kind::Comment).map(|part| part.text).collect()
}

#[test]
fn comments_of_rust_are_found_beside_its_literals() {
    let text = "/// A\nlet a = \"// no\"; // B\nlet b = r#\"\" /* no */\"#; /* C /* D */ */\n\
        let c = ['\"', '\\'', 'x']; fn f<'a>(a: &'a str) {} // E";
    assert_eq!(comments(text, Language::Rust), ["/// A", "// B", "/* C /* D */ */", "// E"]);
}

#[test]
fn a_word_that_ends_in_r_is_not_a_raw_string() {
    assert_eq!(code("bar\"// no\" br\"x\"", Language::Rust), "bar\"\" b\"\"");
}

#[test]
fn comments_of_javascript_are_found_beside_its_literals() {
    let text = "// A\nconst a = '// no'; const b = /[/'\"]\\/* no/; /** B */\n\
        const c = `// no ${ f({ a: `${1 /* C */}` }) } // no`; // D\nconst d = 4 / 2; // E's";
    let expected = ["// A", "/** B */", "/* C */", "// D", "// E's"];
    assert_eq!(comments(text, Language::JavaScript), expected);
}

#[test]
fn comments_of_styles_pages_and_settings_are_found() {
    assert_eq!(comments(".a { b: \"/* no */\" } /* A */", Language::Css), ["/* A */"]);
    assert_eq!(comments("a = \"# no\" # A\nb = '\\' # B", Language::Toml), ["# A", "# B"]);
    let page = "<!-- A --><p>// no</p><script>// B\n</script><style>/* C */</style>";
    assert_eq!(comments(page, Language::Html), ["<!-- A -->", "// B", "/* C */"]);
}

#[test]
fn code_has_neither_comments_nor_literals() {
    assert_eq!(code("let a = \"use b;\"; // c", Language::Rust), "let a = \"\";  ");
}
