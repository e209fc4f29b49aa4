//! JUnit's XML, which the test pages of CI systems read: a story is a test case.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report as Document, TestCase, TestCaseStatus, TestSuite};

use super::text::{self, Style};
use super::{Outcome, Report, summary};
use crate::check::Finding;
use crate::layout::visible_name;
use crate::load::shown_name;
use crate::theme::Theme;

/// The name of the test run, and the class of its cases.
const NAME: &str = "wirediff check";

/// Writes one XML document: a failure for each flagged story, an error for each trouble. What
/// was reused stands in the failure, or in the output of the case where there is none.
///
/// Errors are those of `out`.
pub fn write(out: &mut impl Write, report: &Report<'_>) -> io::Result<()> {
    let mut suite = TestSuite::new(NAME);
    for finding in report.findings {
        suite.add_test_case(story(report, finding)?);
    }
    for trouble in report.troubles {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status
            .set_type("trouble")
            .set_message(trouble.message.as_str());
        let path = trouble.path.as_deref().map(shown_name);
        suite.add_test_case(case(&path.unwrap_or_else(|| "trouble".to_owned()), status));
    }
    let mut document = Document::new(NAME);
    document.add_test_suite(suite);
    // Written to `out` straight, its errors would no longer tell what they are.
    let xml = document.to_string().map_err(io::Error::other)?;
    out.write_all(xml.as_bytes())
}

fn story(report: &Report<'_>, finding: &Finding) -> io::Result<TestCase> {
    let mut status = match Outcome::of(finding) {
        Outcome::Flagged => TestCaseStatus::non_success(NonSuccessKind::Failure),
        Outcome::Passed | Outcome::Credited => TestCaseStatus::success(),
    };
    let details = details(report, finding)?;
    let name = shown_name(&finding.path);
    if !finding.is_flagged() {
        let mut case = case(&name, status);
        case.set_system_out(details);
        return Ok(case);
    }
    let message = summary(finding);
    status
        .set_type(finding.verdict.id())
        .set_message(message)
        .set_description(details);
    Ok(case(&name, status))
}

fn case(name: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(visible_name(name), status);
    case.set_classname(NAME);
    case
}

/// The text report on one story.
fn details(report: &Report<'_>, finding: &Finding) -> io::Result<String> {
    let style = Style {
        theme: Theme::PLAIN,
        width: None,
        summary: false,
    };
    let mut details = Vec::new();
    text::write_finding(&mut details, report, finding, style)?;
    Ok(String::from_utf8_lossy(&details).into_owned())
}
