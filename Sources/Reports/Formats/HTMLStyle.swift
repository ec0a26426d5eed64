import Charts

/// The look of the page: system fonts, one narrow column, light and dark by the reader's setting.
enum HTMLStyle {
  /// The style sheet; holds no character that XML would read as markup.
  static func sheet(in language: ReportLanguage) -> String {
    let sheets = [colors, type, tables, parts, tools, paper, ChartStyle.pageStyleSheet]
    return (sheets + (language == .chinese ? [chinese] : [])).joined(separator: "\n")
  }

  private static let colors = """
    :root { color-scheme: light dark; --ink: #1d2229; --soft: #59626e; --line: #dde1e6;
      --paper: #ffffff; --shade: #f5f6f8; --good: #00684c; --bad: #a83a00; --caution: #7a5b00; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e4e7eb; --soft: #a3acb8; --line: #343b45; --paper: #14171c;
        --shade: #1d2229; --good: #4fd0a5; --bad: #ff9a5c; --caution: #e8c547; }
    }
    """

  private static let type = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC",
      "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
    main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 5rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.01em; font-weight: 650;
      margin: 0 0 1.25rem; overflow-wrap: anywhere; text-wrap: balance; }
    h2 { font-size: 1.2rem; line-height: 1.3; font-weight: 650; margin: 3.25rem 0 .75rem;
      padding-top: 1rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1rem; font-weight: 650; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
    p { margin: 0 0 .75rem; max-width: 44rem; overflow-wrap: break-word; }
    .note { color: var(--soft); font-size: .875rem; }
    .formula { padding: .5rem .875rem; border-left: 3px solid var(--line); }
    ul { margin: 0 0 1rem; padding-left: 1.25rem; max-width: 44rem; }
    li { margin: .2rem 0; }
    ul.checks { list-style: none; padding: 0; max-width: none; font-size: .9375rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    """

  private static let tables = """
    .scroll { overflow-x: auto; margin: 0 0 1.5rem; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; }
    caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
    th, td { padding: .4rem .75rem; text-align: left; vertical-align: baseline;
      border-bottom: 1px solid var(--line); }
    th:first-child, td:first-child { padding-left: 0; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { color: var(--soft); font-weight: 500; border-bottom: 1px solid var(--soft);
      vertical-align: bottom; }
    tbody th { font-weight: 400; }
    .numeric td, .numeric th + th { text-align: right; white-space: nowrap; }
    .t2 :nth-child(2), .t3 :nth-child(3), .t4 :nth-child(4), .t5 :nth-child(5), .t6 :nth-child(6),
    .t7 :nth-child(7), .t8 :nth-child(8) { text-align: left; white-space: normal; }
    .name, .names tbody th { white-space: nowrap; }
    .names tbody .text { white-space: normal; }
    tr.strong th, tr.strong td { font-weight: 650; border-top: 1px solid var(--soft); }
    .good { color: var(--good); } .bad { color: var(--bad); } .caution { color: var(--caution); }
    span.good, span.bad, span.caution { font-weight: 600; white-space: nowrap; }
    """

  private static let parts = """
    .verdict { background: var(--shade); border-left: 5px solid var(--caution);
      border-radius: 0 6px 6px 0; padding: 1.1rem 1.4rem .9rem; margin: 0 0 1.5rem; }
    .verdict.ship { border-color: var(--good); }
    .verdict.do-not-ship, .verdict.unhealthy { border-color: var(--bad); }
    .verdict p { margin: 0 0 .4rem; }
    .verdict .status { font-size: .8rem; font-weight: 700; letter-spacing: .06em;
      text-transform: uppercase; color: var(--caution); }
    .verdict.ship .status { color: var(--good); }
    .verdict.do-not-ship .status, .verdict.unhealthy .status { color: var(--bad); }
    .verdict .sentence { font-size: 1.2rem; line-height: 1.4; }
    dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
      gap: .6rem 1.5rem; margin: 0 0 1rem; font-size: .875rem; }
    dl.facts .long { grid-column: 1 / -1; }
    dl.facts dt { color: var(--soft); font-size: .8rem; }
    dl.facts dd { margin: 0; overflow-wrap: anywhere; }
    figure { margin: 1rem 0 .5rem; }
    figcaption { font-size: .875rem; font-weight: 600; margin-bottom: .5rem; }
    .drawing { overflow-x: auto; }
    .drawing svg { min-width: 36rem; }
    details { margin: .5rem 0 1.25rem; }
    summary { cursor: pointer; font-size: .875rem; color: var(--soft); padding: .25rem 0; }
    summary:hover { color: var(--ink); }
    details[open] summary { margin-bottom: .5rem; }
    :focus-visible { outline: 2px solid var(--soft); outline-offset: 3px; border-radius: 2px; }
    @media (max-width: 40rem) {
      main { padding: 1.5rem 1rem 3rem; }
      h1 { font-size: 1.4rem; }
      .verdict { padding: .9rem 1rem .7rem; }
      .verdict .sentence { font-size: 1.05rem; }
      th, td { padding: .4rem .5rem; }
      tbody th { min-width: 8.5rem; }
      tbody th.name, .names tbody th { min-width: 0; }
      .names tbody .text { min-width: 8.5rem; }
      table:not(.numeric) td { min-width: 6.5rem; }
      table td.long { min-width: 14rem; }
    }
    """

  /// What the page's script adds; what it hides is hidden on screens only.
  private static let tools = """
    .arms { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; font-size: .875rem;
      margin: 0 0 1rem; padding: .25rem 0; background: var(--paper); }
    .arms label { display: flex; align-items: center; gap: .4rem; min-height: 1.75rem;
      overflow-wrap: anywhere; }
    .arms input { width: 1rem; height: 1rem; margin: 0; accent-color: var(--soft); }
    th button { all: unset; display: inline-block; min-height: 1.5rem; cursor: pointer; }
    th button:focus-visible { outline: 2px solid var(--soft); outline-offset: 2px; }
    .tip { position: absolute; z-index: 2; max-width: 20rem; padding: .4rem .6rem; font-size: .8rem;
      line-height: 1.45; white-space: pre-line; overflow-wrap: anywhere; pointer-events: none;
      color: var(--ink); background: var(--paper); border: 1px solid var(--soft);
      border-radius: 4px; }
    .guide { stroke: currentColor; stroke-opacity: .5; }
    @media screen {
      .off, .tip:empty { display: none; }
      th button::after { content: "\\a0\\2195"; opacity: .45; }
      th[aria-sort] button::after { content: "\\a0\\2191"; opacity: 1; }
      th[aria-sort=descending] button::after { content: "\\a0\\2193"; }
    }
    @media screen and (min-width: 40rem) {
      html { scroll-padding-top: 3rem; }
      .arms { position: sticky; top: 0; z-index: 1; }
    }
    """

  /// A4, always light: the paper is white.
  private static let paper = """
    @page { size: A4; margin: 16mm 15mm 18mm; }
    @media print {
      :root { --ink: #000000; --soft: #444444; --line: #cccccc; --paper: #ffffff;
        --shade: #f5f6f8; --good: #00684c; --bad: #a83a00; --caution: #7a5b00; }
      html { font-size: 9.5pt; }
      main { max-width: none; padding: 0; }
      h2 { margin-top: 1.75rem; }
      h2, h3, caption, summary { break-after: avoid; }
      tr, figure, .verdict, dl.facts div { break-inside: avoid; }
      table { font-size: 8pt; }
      th, td { padding: .22rem .4rem; }
      .numeric th + th { white-space: normal; }
      .scroll, .drawing { overflow: visible; }
      .drawing svg { min-width: 0; }
      .arms, .tip, .guide { display: none; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
    }
    """

  /// Chinese breaks between any two characters but before closing marks, has no capitals, and needs
  /// columns that are a few characters wide.
  private static let chinese = """
    body { line-break: strict; overflow-wrap: break-word; }
    h1, .verdict .status { letter-spacing: 0; text-transform: none; }
    .verdict .status { font-size: .9rem; }
    .note, p { line-height: 1.7; }
    thead th { min-width: 3.5em; }
    tbody th { min-width: 8em; }
    tbody .name, .names tbody th { min-width: 0; }
    .names tbody .text { min-width: 8em; }
    @media (min-width: 40rem) {
      dl.facts { grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); }
    }
    small { display: block; color: var(--soft); font-size: .75rem; white-space: nowrap; }
    """
}
