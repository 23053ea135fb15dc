//! What a tab or a listing shows, as data: columns, groups and cards, before anything is drawn or printed.
