//! The pictures in `screenshots/` are frames of the real program.
//!
//! `SCREENSHOTS=overwrite cargo test --test pty screenshots` makes them again.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anstyle::{Ansi256Color, Color, Effects, RgbColor, Style};
use anstyle_svg::{Term, WIN10_CONSOLE};
use vt100::{Cell, Screen};

use crate::harness::{Cites, cites};
use crate::svg::aligned;

/// The colours of the letters and of the background of a terminal.
type Paper = (RgbColor, RgbColor);

const DARK: Paper = (RgbColor(0xd8, 0xd9, 0xda), RgbColor(0x16, 0x18, 0x1d));
const LIGHT: Paper = (RgbColor(0x24, 0x29, 0x2e), RgbColor(0xff, 0xff, 0xff));

/// A picture: how the program is started, and the keys that are typed.
struct Shot {
    name: &'static str,
    size: (u16, u16),
    locale: &'static str,
    theme: &'static str,
    /// The value of `TERM`, which determines the number of colours.
    term: &'static str,
    paper: Paper,
    /// The keys, each sent by itself and answered by a frame.
    keys: &'static [&'static str],
    /// A text of the last frame.
    shows: &'static str,
}

impl Shot {
    const fn new(name: &'static str, keys: &'static [&'static str], shows: &'static str) -> Self {
        Self {
            name,
            size: (120, 40),
            locale: "fr_FR.UTF-8",
            theme: "auto",
            term: "xterm-256color",
            paper: DARK,
            keys,
            shows,
        }
    }

    fn start(&self) -> Cites {
        let (columns, rows) = self.size;
        let cites = cites(["--as-of", "2026-11-22", "--theme", self.theme]).size(columns, rows);
        cites.env("LANG", self.locale).env("TERM", self.term).spawn()
    }

    fn take(&self) -> String {
        let cites = self.start();
        cites.wait_for_frame("84 Cités");
        for keys in self.keys {
            cites.press(keys);
        }
        cites.wait_for_frame(self.shows);
        cites.see(|screen| {
            let (letters, background) = self.paper;
            let term = Term::new().palette(WIN10_CONSOLE);
            let term = term.fg_color(letters.into()).bg_color(background.into());
            aligned(&term.render_svg(&ansi(screen)))
        })
    }
}

/// Returns the screen as text with colours, line by line.
fn ansi(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let mut text = String::new();
    for row in 0..rows.get() {
        let cells = (0..columns.get()).filter_map(|column| screen.cell(row, column));
        let cells: Vec<&Cell> = cells.filter(|cell| !cell.is_wide_continuation()).collect();
        for run in cells.chunk_by(|a, b| style(a) == style(b)) {
            let style = style(run[0]);
            let shown: String =
                run.iter().map(|cell| if cell.has_contents() { cell.contents() } else { " " }).collect();
            write!(text, "{style}{shown}{style:#}").expect("writing to a string");
        }
        text.push('\n');
    }
    text
}

/// Returns the visible part of a cell's style. For a blank, that is its background and its lines:
/// the rest depends on earlier frames.
fn style(cell: &Cell) -> Style {
    let is_blank = cell.contents().chars().all(char::is_whitespace);
    let effects = [
        (cell.bold() && !is_blank, Effects::BOLD),
        (cell.dim() && !is_blank, Effects::DIMMED),
        (cell.italic() && !is_blank, Effects::ITALIC),
        (cell.underline(), Effects::UNDERLINE),
        (cell.inverse(), Effects::INVERT),
    ];
    let effects = effects.into_iter().filter(|(on, _)| *on).map(|(_, effect)| effect);
    let is_plain = is_blank && !cell.underline() && !cell.inverse();
    Style::new()
        .fg_color(color(cell.fgcolor()).filter(|_| !is_plain))
        .bg_color(color(cell.bgcolor()))
        .effects(effects.fold(Effects::new(), |all, effect| all | effect))
}

fn color(color: vt100::Color) -> Option<Color> {
    match color {
        vt100::Color::Default => None,
        vt100::Color::Idx(index) => Some(Ansi256Color(index).into()),
        vt100::Color::Rgb(r, g, b) => Some(RgbColor(r, g, b).into()),
    }
}

/// Compares a file of the project with its expected content, or writes it.
pub fn compare(name: &str, made: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("screenshots").join(name);
    if std::env::var_os("SCREENSHOTS").is_some_and(|wish| wish == "overwrite") {
        fs::write(&path, made).expect("the picture is written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "screenshots/{name} is not what the program shows: make it again, and look at it");
}

const ENTER: &str = "\r";
const TAB: &str = "\t";
const DOWN: &str = "\x1b[B";

/// The pictures.
const SHOTS: &[Shot] = &[
    Shot::new("territoires", &["st etienne"], "cde-025"),
    Shot::new("porteurs", &[TAB], "Porteurs"),
    Shot::new("anciennete", &[TAB, TAB], "Âges"),
    Shot::new("preconisations", &[TAB, TAB, TAB], "Préconisations"),
    Shot::new("carte", &["bordeaux", ENTER, "5"], "hors recherche"),
    Shot::new("regions", &[ENTER, "5", "v"], "Cités par région"),
    Shot { size: (80, 24), ..Shot::new("tuiles", &[ENTER, "5", "c"], "Porteurs connus") },
    Shot::new("synthese", &[ENTER, "6"], "Synthèse"),
    Shot::new("donnees", &[ENTER, "7"], "104 sources"),
    Shot::new("filtres", &["saint", ENTER, "f"], "Filtres"),
    Shot::new("comparaison", &["quentin", ENTER, " ", DOWN, " ", "c"], "côte à côte"),
    Shot::new("croisement", &[ENTER, "x", DOWN, DOWN], "Croiser"),
    Shot::new("voisines", &["gueret", ENTER, "d"], "Les plus proches"),
    Shot::new("en-grand", &["gueret", ENTER, "z"], "Porteur"),
    Shot { size: (80, 24), ..Shot::new("80x24", &["bobigny"], "3 Cités sur 84") },
    Shot { theme: "light", paper: LIGHT, ..Shot::new("clair", &[ENTER, "2"], "Porteurs") },
    Shot { theme: "contrast", ..Shot::new("contraste", &["nancy", ENTER], "Entrée fiche") },
    Shot { term: "xterm", ..Shot::new("16-couleurs", &[ENTER, "3"], "Âges") },
    Shot { locale: "en_GB.UTF-8", ..Shot::new("english", &["region:bretagne", ENTER], "Labelled") },
];

#[test]
fn the_pictures_are_up_to_date() {
    for shot in SHOTS {
        compare(&format!("{}.svg", shot.name), &shot.take());
    }
}
