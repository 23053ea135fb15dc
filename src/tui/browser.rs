//! Opens addresses in the browser of the desktop.

use std::env;
use std::process::{Command, Stdio};
use std::thread;

/// The program that opens an address with what the desktop has for it.
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// Returns whether the terminal stands on a desktop of this machine, which has a browser. Over SSH it does not, even if a
/// display is forwarded.
pub fn is_here() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_remote = is_set("SSH_CONNECTION") || is_set("SSH_TTY");
    !is_remote && (cfg!(target_os = "macos") || is_set("WAYLAND_DISPLAY") || is_set("DISPLAY"))
}

/// Opens an address of the web, without waiting for the browser. Returns whether it could be passed on.
pub fn open(url: &str) -> bool {
    // Whatever else stands in a snapshot is not passed to a program.
    if !url.starts_with("https://") && !url.starts_with("http://") {
        return false;
    }
    let program = Command::new(OPENER)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut program) = program else { return false };
    // Waited for, so that no ended process is left behind.
    thread::Builder::new().name("browser".to_owned()).spawn(move || drop(program.wait())).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_passed_on() {
        for url in ["file:///etc/passwd", "javascript:alert(1)", "--help", "", "https:/x"] {
            assert!(!open(url), "{url}");
        }
    }
}
