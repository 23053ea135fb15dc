//! Describes what an import of grants changes.

use super::plan::{GrantChange, GrantFact, GrantPlan, NotPlaced, UnplacedGrant};
use crate::locale::Lang;
use crate::sanitize::sanitize;
use crate::snapshot::problem::truncate;
use crate::t;

impl GrantPlan {
    /// Sums up in one line how many grants were found, and what they change.
    pub fn summary(&self, lang: Lang) -> String {
        let is_carrier = |change: &&GrantChange| matches!(change.fact, GrantFact::Carrier { .. });
        let carriers = self.changes.iter().filter(is_carrier).count();
        t!(
            lang,
            "import-grants-summary",
            found = self.found,
            carriers = carriers,
            amounts = self.changes.len() - carriers,
            unplaced = self.not_placed.len(),
        )
    }
}

impl GrantChange {
    /// Describes the change in one line.
    pub fn describe(&self, lang: Lang) -> String {
        let cite = format!("{} « {} »", self.cite, self.label);
        match &self.fact {
            GrantFact::Carrier { name, kind, old_name } => {
                let key = match old_name {
                    None => "import-grant-carrier",
                    Some(old) if old == name => "import-grant-confirmed",
                    Some(_) => "import-grant-replaced",
                };
                t!(
                    lang,
                    key,
                    cite = cite,
                    name = printable(name),
                    kind = t!(lang, &format!("carrier-{}", kind.code())),
                    old = printable(old_name.as_deref().unwrap_or_default()),
                )
            }
            GrantFact::Amount { year, value, old_value } => match old_value {
                None => t!(
                    lang,
                    "import-grant-amount",
                    cite = cite,
                    year = year.to_string(),
                    value = value.as_str()
                ),
                Some(old) => t!(
                    lang,
                    "import-grant-amount-changed",
                    cite = cite,
                    year = year.to_string(),
                    value = value.as_str(),
                    old = old.as_str(),
                ),
            },
        }
    }
}

impl UnplacedGrant {
    /// Describes in one line the grant, where it is, and the reason.
    pub fn describe(&self, lang: Lang) -> String {
        let key = if self.beneficiary.is_empty() { "import-grant-action" } else { "import-grant-row" };
        let (action, beneficiary) = (printable(&self.action), printable(&self.beneficiary));
        let row = t!(lang, key, action = action, beneficiary = beneficiary);
        let reason = match &self.reason {
            NotPlaced::NoCiteThere { department } if department.is_empty() => {
                t!(lang, "import-grant-nowhere")
            }
            NotPlaced::NoCiteThere { department } => {
                t!(lang, "import-grant-no-cite", department = printable(department))
            }
            NotPlaced::OnlyDepartment { cite } => {
                t!(lang, "import-grant-only-department", cite = cite.as_str())
            }
            NotPlaced::SeveralCites { cites } => {
                t!(lang, "import-grant-several-cites", cites = listed(cites, lang))
            }
            NotPlaced::CodesDiffer { contract } => {
                t!(lang, "import-grant-codes", contract = printable(contract))
            }
            NotPlaced::NoBeneficiary => t!(lang, "import-grant-no-beneficiary"),
            NotPlaced::NoAmount => t!(lang, "import-grant-no-amount"),
            NotPlaced::SeveralBodies { cite, names } => {
                t!(lang, "import-grant-several-bodies", cite = cite.as_str(), names = listed(names, lang))
            }
            NotPlaced::OtherCarrier { cite, name } => {
                t!(lang, "import-grant-other-carrier", cite = cite.as_str(), name = printable(name))
            }
        };
        let text = t!(lang, "import-grant-reason", row = row, reason = reason);
        t!(lang, "problem", place = self.location.describe(lang), text = text)
    }
}

/// The most names in one message.
const MAX_LISTED: usize = 8;

fn listed(names: &[String], lang: Lang) -> String {
    let mut listed: Vec<String> = names.iter().take(MAX_LISTED).map(|name| printable(name)).collect();
    if names.len() > MAX_LISTED {
        listed.push(t!(lang, "cli-and-more", count = names.len() - MAX_LISTED));
    }
    listed.join(", ")
}

/// Returns a text of the file, safe to print and not too long.
fn printable(text: &str) -> String {
    sanitize(&truncate(text)).into_owned()
}
