//! The modules of `src` with the paths that their code names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, UseTree};

/// The names of a path: `crate`, `snapshot`, `Cite`.
type Names = Vec<String>;

/// Every module of the library and the program, without those of tests.
pub struct Modules {
    modules: Vec<Module>,
    /// Index of the module that exports each macro. Its path is that of the crate.
    macros: BTreeMap<String, usize>,
}

#[derive(Default)]
struct Module {
    /// Path of the file, relative to `src`, with slashes.
    file: String,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    /// The names of the items that are defined here.
    items: BTreeSet<String>,
    /// The paths behind each name that a `use` brings in.
    imports: BTreeMap<String, Vec<Names>>,
    /// The paths before `::*`.
    globs: Vec<Names>,
    /// Every path in the code, those of `use` too.
    paths: Vec<NamedPath>,
    /// Whether a macro defines items here, whose names are not known.
    has_macro_items: bool,
}

struct NamedPath {
    line: usize,
    names: Names,
}

/// A path in the code, and what it leads to.
pub struct Use {
    /// The file that names the path, relative to `src`, with slashes.
    pub file: String,
    pub line: usize,
    /// The path as the code has it.
    pub path: String,
    /// The file of the module that it leads to, or that defines the item.
    pub target: String,
    /// The files with the re-exports that it passes.
    pub reexports: Vec<String>,
}

/// The target of a path.
#[derive(Clone)]
struct Target {
    module: usize,
    /// Whether it is that module itself, and no item in it.
    is_module: bool,
    reexports: Vec<usize>,
}

/// Index of the module of `lib.rs`.
const ROOT: usize = 0;

impl Modules {
    /// Reads the modules of `src/lib.rs` and `src/main.rs`.
    pub fn read(src: &Path) -> Self {
        let mut modules = Self { modules: Vec::new(), macros: BTreeMap::new() };
        for file in ["lib.rs", "main.rs"] {
            modules.read_file(src, Path::new(file), None);
        }
        modules
    }

    fn read_file(&mut self, src: &Path, file: &Path, parent: Option<usize>) -> usize {
        let code = fs::read_to_string(src.join(file)).unwrap_or_else(|error| panic!("{file:?}: {error}"));
        let syntax = syn::parse_file(&code).unwrap_or_else(|error| panic!("{file:?}: {error}"));
        // The folder of its child modules.
        let folder = match file.file_stem().and_then(|stem| stem.to_str()) {
            Some("lib" | "main" | "mod") => file.parent().expect("a folder").to_owned(),
            _ => file.with_extension(""),
        };
        self.read_module(src, file, &folder, parent, &syntax.items)
    }

    fn read_module(
        &mut self,
        src: &Path,
        file: &Path,
        folder: &Path,
        parent: Option<usize>,
        items: &[Item],
    ) -> usize {
        let index = self.modules.len();
        self.modules.push(Module { file: name_of(file), parent, ..Module::default() });
        let mut reader = Reader::default();
        for item in items {
            let Item::Mod(child) = item else {
                if let Item::Macro(item) = item
                    && let Some(name) = &item.ident
                    && item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export"))
                {
                    self.macros.insert(name.to_string(), index);
                }
                reader.visit_item(item);
                continue;
            };
            if is_test(&child.attrs) {
                continue;
            }
            let name = child.ident.to_string();
            let inner = folder.join(&name);
            let child = match &child.content {
                Some((_, items)) => self.read_module(src, file, &inner, Some(index), items),
                None => {
                    let flat = inner.with_extension("rs");
                    let child = if src.join(&flat).is_file() { flat } else { inner.join("mod.rs") };
                    self.read_file(src, &child, Some(index))
                }
            };
            self.modules[index].children.insert(name, child);
        }
        let Reader { items, imports, globs, paths, has_macro_items } = reader;
        let children = std::mem::take(&mut self.modules[index].children);
        self.modules[index] =
            Module { file: name_of(file), parent, children, items, imports, globs, paths, has_macro_items };
        index
    }

    /// Returns every path to another file.
    pub fn uses(&self) -> Vec<Use> {
        let mut uses = Vec::new();
        for (index, module) in self.modules.iter().enumerate() {
            for NamedPath { line, names } in &module.paths {
                let path = names.join("::");
                let targets = self.resolve(index, names, 0);
                let is_ours = ["crate", "self", "super"].contains(&names[0].as_str());
                assert!(!is_ours || !targets.is_empty(), "src/{}:{line}: what is {path}?", module.file);
                for target in targets {
                    let reexports = target.reexports.iter().map(|index| self.modules[*index].file.clone());
                    let reexports = reexports.filter(|file| *file != module.file).collect();
                    let target = self.modules[target.module].file.clone();
                    uses.push(Use {
                        file: module.file.clone(),
                        line: *line,
                        path: path.clone(),
                        target,
                        reexports,
                    });
                }
            }
        }
        uses.retain(|found| found.target != found.file);
        uses
    }

    /// Returns what a path leads to: nothing for one that leads out of this
    /// crate, several for a name that both a module and a function have.
    fn resolve(&self, from: usize, names: &[String], depth: usize) -> Vec<Target> {
        let mut module = from;
        let mut rest = names;
        while let [first, others @ ..] = rest {
            module = match first.as_str() {
                "crate" | "cites_emploi" => ROOT,
                "self" => module,
                "super" => self.modules[module].parent.expect("a module around it"),
                _ => break,
            };
            rest = others;
        }
        self.resolve_in(module, rest, depth)
    }

    /// Returns what a path leads to that starts in `module`.
    fn resolve_in(&self, module: usize, names: &[String], depth: usize) -> Vec<Target> {
        // A glob may lead back to where it is.
        if depth > 16 {
            return Vec::new();
        }
        let [name, rest @ ..] = names else {
            return vec![Target { module, is_module: true, reexports: Vec::new() }];
        };
        let here = &self.modules[module];
        let mut found = Vec::new();
        if here.items.contains(name) {
            found.push(Target { module, is_module: false, reexports: Vec::new() });
        }
        let reexported = |target: Target| {
            let Target { module: inner, is_module, mut reexports } = target;
            reexports.push(module);
            let targets =
                if is_module { self.resolve_in(inner, rest, depth + 1) } else { vec![target_of(inner)] };
            targets.into_iter().map(move |mut target| {
                target.reexports.extend(&reexports);
                target
            })
        };
        for path in here.imports.get(name).into_iter().flatten() {
            if path.as_slice() != names || depth == 0 {
                found.extend(self.resolve(module, path, depth + 1).into_iter().flat_map(reexported));
            }
        }
        if let Some(child) = here.children.get(name) {
            found.extend(self.resolve_in(*child, rest, depth + 1));
        }
        if found.is_empty() {
            for path in &here.globs {
                for target in
                    self.resolve(module, path, depth + 1).into_iter().filter(|target| target.is_module)
                {
                    let inner = self.resolve_in(target.module, names, depth + 1);
                    found.extend(inner.into_iter().map(|mut target| {
                        target.reexports.push(module);
                        target
                    }));
                }
            }
        }
        if found.is_empty() && here.has_macro_items {
            found.push(target_of(module));
        }
        if found.is_empty() && module == ROOT {
            found.extend(self.macros.get(name).map(|module| target_of(*module)));
        }
        found
    }
}

fn name_of(file: &Path) -> String {
    let names: Vec<_> = file.iter().map(|name| name.to_string_lossy()).collect();
    names.join("/")
}

/// Returns the target for an item that a module defines.
fn target_of(module: usize) -> Target {
    Target { module, is_module: false, reexports: Vec::new() }
}

/// Returns whether only tests have the item.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let arguments = attribute.meta.require_list().map(|list| list.tokens.to_string());
        attribute.path().is_ident("cfg") && arguments.is_ok_and(|arguments| arguments == "test")
    })
}

/// Collects the items and paths of a module.
#[derive(Default)]
struct Reader {
    items: BTreeSet<String>,
    imports: BTreeMap<String, Vec<Names>>,
    globs: Vec<Names>,
    paths: Vec<NamedPath>,
    has_macro_items: bool,
}

impl Reader {
    fn read_use(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &dyn ToString| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.read_use(&path.tree, &with(&path.ident)),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.read_use(tree, before)),
            UseTree::Glob(glob) => {
                self.globs.push(before.to_vec());
                self.add_path(glob.span(), before.to_vec());
            }
            UseTree::Name(name) => self.import(name.span(), &name.ident.to_string(), with(&name.ident)),
            UseTree::Rename(rename) => {
                self.import(rename.span(), &rename.rename.to_string(), with(&rename.ident));
            }
        }
    }

    fn import(&mut self, span: proc_macro2::Span, name: &str, mut path: Names) {
        // `use a::{self}` brings in `a`.
        let itself = path.last().is_some_and(|last| last == "self") && path.len() > 1;
        if itself {
            path.pop();
        }
        let name =
            if itself && name == "self" { path.last().expect("a name").clone() } else { name.to_owned() };
        self.imports.entry(name).or_default().push(path.clone());
        self.add_path(span, path);
    }

    fn add_path(&mut self, span: proc_macro2::Span, names: Names) {
        self.paths.push(NamedPath { line: span.start().line, names });
    }

    /// Reads the paths among the arguments of a macro, which may be no Rust.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_colon = |at: usize, spacing: Spacing| match tokens.get(at) {
            Some(TokenTree::Punct(punct)) => punct.as_char() == ':' && punct.spacing() == spacing,
            _ => false,
        };
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) => self.read_tokens(group.stream()),
                TokenTree::Ident(first) => {
                    let mut names = vec![first.to_string()];
                    while is_colon(at, Spacing::Joint)
                        && let Some(TokenTree::Ident(next)) = tokens.get(at + 2)
                    {
                        names.push(next.to_string());
                        at += 3;
                    }
                    if names.len() > 1 {
                        self.add_path(first.span(), names);
                    }
                }
                _ => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, name) = match item {
            Item::Const(item) => (&item.attrs, Some(&item.ident)),
            Item::Enum(item) => (&item.attrs, Some(&item.ident)),
            Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
            Item::Impl(item) => (&item.attrs, None),
            Item::Macro(item) => (&item.attrs, item.ident.as_ref()),
            Item::Mod(item) => (&item.attrs, None),
            Item::Static(item) => (&item.attrs, Some(&item.ident)),
            Item::Struct(item) => (&item.attrs, Some(&item.ident)),
            Item::Trait(item) => (&item.attrs, Some(&item.ident)),
            Item::Type(item) => (&item.attrs, Some(&item.ident)),
            Item::Use(item) => (&item.attrs, None),
            other => panic!("line {}: an item that this test cannot read", other.span().start().line),
        };
        if is_test(attributes) {
            return;
        }
        self.items.extend(name.map(ToString::to_string));
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.read_use(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names[0] != "Self" && path.leading_colon.is_none() {
            self.add_path(path.span(), names);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.read_tokens(call.tokens.clone());
    }

    /// Skips the body of `macro_rules!`, in which `$crate` stands for paths.
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.ident.is_none() {
            self.has_macro_items = true;
            visit::visit_item_macro(self, item);
        }
    }

    /// Skips `pub(super)` and the like, which use nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

#[test]
fn every_way_to_write_a_path_is_followed_to_the_file_that_defines_the_item() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        ("main.rs", "fn main() { lib_name(); }"),
        ("lib.rs", "pub mod a; pub mod b; #[cfg(test)] mod tests;"),
        ("a.rs", "pub mod deep; pub mod other { pub struct Other; } pub use deep::{Deep, inner as shallow};"),
        (
            "a/deep.rs",
            "pub struct Deep; pub fn inner() {}
             fn up() -> super::super::b::B { panic!() }
             fn inside() -> super::other::Other { vec![crate::b::make()]; panic!() }
             #[cfg(test)] mod tests { use crate::b::B; }",
        ),
        (
            "b/mod.rs",
            "use crate::{a::{self, other::{Other}, Deep}};
             pub struct B;
             pub fn make() -> B { a::shallow(); B }
             mod globs { use crate::a::*; pub fn go(deep: Deep) {} }",
        ),
    ];
    for (name, code) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, code).expect("written");
    }
    let uses = Modules::read(folder.path()).uses();
    let mut found: Vec<String> = uses
        .iter()
        .map(|found| format!("{}:{} {} {}", found.file, found.line, found.path, found.target))
        .collect();
    found.sort_unstable();
    found.dedup();
    let expected = [
        "a.rs:1 deep::Deep a/deep.rs",
        "a.rs:1 deep::inner a/deep.rs",
        "a/deep.rs:2 super::super::b::B b/mod.rs",
        "a/deep.rs:3 crate::b::make b/mod.rs",
        "a/deep.rs:3 super::other::Other a.rs",
        "b/mod.rs:1 crate::a a.rs",
        "b/mod.rs:1 crate::a::Deep a/deep.rs",
        "b/mod.rs:1 crate::a::other::Other a.rs",
        "b/mod.rs:3 a::shallow a/deep.rs",
        "b/mod.rs:4 Deep a/deep.rs",
        "b/mod.rs:4 crate::a a.rs",
    ];
    assert_eq!(found, expected);
    let shallow = uses.iter().find(|found| found.path == "a::shallow").expect("it is used");
    assert_eq!(shallow.reexports, ["a.rs"]);
}
