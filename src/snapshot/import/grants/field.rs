//! The columns of a file of grants, by the names that are in use.

use crate::fold::fold_text;
use crate::snapshot::spelling::closest_match;
use crate::table::table;

struct FieldInfo {
    /// The names of the column, the one in most files first. They are compared folded, so `Code CV` and
    /// `code_cv` are the same.
    names: &'static [&'static str],
}

table! {
    /// A column of a file of grants that the import reads.
    pub enum GrantField: FieldInfo {
        /// The title of the action.
        Action = FieldInfo { names: &[
            "lib_action", "libelle_action", "intitule_action", "intitule_de_l_action", "titre_action",
            "nom_action", "action", "intitule_du_projet", "objet",
        ] };
        /// The name of the body that received the grant.
        Beneficiary = FieldInfo { names: &[
            "raison_sociale", "beneficiaire", "nom_beneficiaire", "nom_du_beneficiaire", "tiers", "nom_tiers",
            "organisme", "porteur",
        ] };
        /// Its SIREN or SIRET.
        Siren = FieldInfo { names: &[
            "code_tiers", "siret", "siren", "numero_siret", "num_siret", "n_siret", "siret_beneficiaire",
            "id_beneficiaire",
        ] };
        /// The amount in euros.
        Amount = FieldInfo { names: &[
            "montant", "montant_subvention", "montant_de_la_subvention", "montant_verse", "montant_attribue",
            "montant_euros", "subvention",
        ] };
        /// The theme of the action.
        Theme = FieldInfo { names: &["theme", "thematique", "lib_theme", "libelle_theme"] };
        /// Its sub-theme: `5.2 - Cités de l'emploi` from 2024 on.
        SubTheme = FieldInfo { names: &["sous_theme", "sous_thematique", "lib_sous_theme", "libelle_sous_theme"] };
        /// The year of the grant.
        Year = FieldInfo { names: &["annee", "exercice", "millesime", "annee_de_subvention"] };
        /// The code of the contrat de ville.
        Contract = FieldInfo { names: &["code_cv", "code_contrat_de_ville", "code_contrat_ville", "contrat_de_ville", "contrat_ville"] };
        /// The code of the department.
        Department = FieldInfo { names: &["insee_dep", "code_departement", "code_dep", "departement", "dep"] };
        /// The code of the region.
        Region = FieldInfo { names: &["insee_reg", "code_region", "code_reg", "region", "reg"] };
    }
}

impl GrantField {
    /// The columns without which a file says nothing that the tables could hold.
    pub(super) const REQUIRED: [Self; 4] = [Self::Action, Self::Beneficiary, Self::Amount, Self::Year];

    /// Returns its name in most files, which is also its name in `--column`.
    pub const fn name(self) -> &'static str {
        match self.names() {
            [name, ..] => name,
            [] => "",
        }
    }

    const fn names(self) -> &'static [&'static str] {
        self.row().names
    }

    /// Returns the index of its column in a header: a known name first, then the closest misspelt one
    /// that is no known name of another field.
    pub(super) fn position(self, header: &[String]) -> Option<usize> {
        let folded: Vec<String> = header.iter().map(|name| fold_text(name)).collect();
        let own: Vec<String> = self.names().iter().map(|name| fold_text(name)).collect();
        let exact = own.iter().find_map(|name| folded.iter().position(|found| found == name));
        exact.or_else(|| {
            let others = Self::ALL.into_iter().filter(|other| *other != self);
            let taken: Vec<String> =
                others.flat_map(|other| other.names()).map(|name| fold_text(name)).collect();
            let free = folded.iter().filter(|name| !taken.contains(name));
            let near = free.filter(|name| closest_match(name, own.iter().map(String::as_str)).is_some());
            near.min_by_key(|name| own.iter().map(|own| strsim::levenshtein(own, name)).min())
                .and_then(|name| folded.iter().position(|found| found == name))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(field: GrantField, header: &str) -> Option<usize> {
        field.position(&header.split(',').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn names_are_compared_folded_and_similar_ones_are_recognized() {
        assert_eq!(position(GrantField::Contract, "id,Code CV"), Some(1));
        assert_eq!(position(GrantField::Beneficiary, "id,Raison sociale"), Some(1));
        assert_eq!(position(GrantField::SubTheme, "theme,Sous-thème"), Some(1));
        assert_eq!(position(GrantField::Theme, "sous_theme,thème"), Some(1));
        assert_eq!(position(GrantField::Amount, "id,montants"), Some(1));
        assert_eq!(position(GrantField::Amount, "id,commentaire"), None);
        assert_eq!(position(GrantField::Siren, "SIRET,montant"), Some(0));
    }

    #[test]
    fn no_name_is_of_two_fields() {
        let mut names: Vec<String> =
            GrantField::ALL.into_iter().flat_map(GrantField::names).map(|name| fold_text(name)).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
