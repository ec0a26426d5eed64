import Testing

@Suite struct TokensTests {
  private func words(_ source: String) -> [String] { Tokenizer(source).tokens.map(\.text) }

  @Test func `comments and string text are no code`() {
    #expect(words("a // b\nc /* d /* e */ f */ g") == ["a", "c", "g"])
    #expect(words("x(\"y { \\\" z\", w)") == ["x", "(", "\"", ",", "w", ")"])
    #expect(words("let s = \"\"\"\n { \" \"\" }\n \"\"\"\nb") == ["let", "s", "=", "\"", "b"])
    #expect(words("#\"a \\(b) \" c\"# + d") == ["\"", "+", "d"])
    #expect(words("\"\" + e") == ["\"", "+", "e"])
  }

  @Test func `code inside interpolations is code`() {
    #expect(
      words("\"a \\(f(x) + \"\\(g)\") b\" h") == ["\"", "f", "(", "x", ")", "+", "\"", "g", "h"])
    #expect(words("#\"a \\#(b) c\"#") == ["\"", "b"])
  }

  @Test func `a raw identifier is one word`() {
    #expect(
      words("func `print( is { banned`() {}") == ["func", "print( is { banned", "(", ")", "{", "}"])
  }

  @Test func `tokens and comments know their lines`() {
    let tokenizer = Tokenizer("a\n\n// first\n/* second\nthird */ b")
    #expect(tokenizer.tokens.map(\.line) == [1, 5])
    #expect(tokenizer.comments.map(\.line) == [3, 4, 5])
  }

  @Test func `what is opened and not closed is noticed`() {
    #expect(Tokenizer("{ \"}\" }").isBalanced)
    #expect(!Tokenizer("{").isBalanced)
    #expect(!Tokenizer("let a = \"b").isBalanced)
  }
}
