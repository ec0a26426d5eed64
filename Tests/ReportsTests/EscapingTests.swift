import Testing

@testable import Reports

@Suite struct EscapingTests {
  @Test func `HTML escapes markup and drops what XML forbids`() {
    #expect(
      HTMLPage.escaped("<b a=\"1\">'&'</b>\u{0}\u{1B}\n")
        == "&lt;b a=&quot;1&quot;&gt;&#39;&amp;&#39;&lt;/b&gt; ")
  }

  @Test func `Markdown escapes what begins markup`() {
    #expect(
      MarkdownPage.escaped("a|b *c* _d_ [e](f) `g` #h") == ##"a\|b \*c\* \_d\_ \[e\](f) \`g\` \#h"##
    )
    #expect(MarkdownPage.escaped("- one\ntwo") == #"\- one two"#)
    #expect(MarkdownPage.escaped("<i>&</i>") == "&lt;i&gt;&amp;&lt;/i&gt;")
  }

  @Test func `JSON escapes quotes, backslashes and control characters`() {
    #expect(JSONText.quoted("\"\\\n\u{1}é") == #""\"\\\n\u0001é""#)
    #expect(JSONText.number(.nan).text == "null")
    #expect(JSONText.exact(Int64.max).text == #""9223372036854775807""#)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("=SUM(A1)", "'=SUM(A1)"), ("@x,y", "\"'@x,y\""), ("two\nlines", "\"two\nlines\""),
  ])
  func `CSV quotes fields and disarms formulas`(text: String, field: String) {
    #expect(DailyCSV.field(text) == field)
  }

  @Test func `a terminal gets no control characters and counts wide letters twice`() {
    #expect(TerminalTable.printable("a\u{1B}[31mb\u{7}") == "a[31mb")
    #expect(TerminalTable.width("慷慨 ab") == 7)
  }
}
