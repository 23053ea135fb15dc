//! Tests of the real program in a pseudo-terminal, seen from outside.
#![cfg(target_os = "linux")]

mod charset;
mod comes_back;
mod goes_away;
mod harness;
mod history;
mod hostile;
mod large;
mod loading;
mod looks;
mod pieces;
mod recording;
mod repaint;
mod screenshots;
mod session;
mod slow;
mod svg;
mod take_away;
mod untrusted;
mod watch;
mod wire;
