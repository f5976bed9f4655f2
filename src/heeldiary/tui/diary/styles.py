"""The Diary's layouts: below 80x24 in brief, at 80x24, from 110x34 and from 150x46."""

STYLES = """
DiaryPage #columns { height: 1fr; }
DiaryPage #left { width: 47; height: 1fr; scrollbar-size-vertical: 1; }
DiaryPage #right { width: 30; height: 1fr; overflow-y: hidden; }
DiaryPage #gap { width: 1fr; }
DiaryPage ScoreRow.-big { height: 3; }
DiaryPage ScoreRow.-big.-in-sight { height: 4; }
DiaryPage #later-heading { visibility: hidden; }
DiaryPage #today-heading { margin: 1 0 0 2; }
DiaryPage .moment { width: 100%; height: auto; }
DiaryPage ScoreRow.-first { width: 24; }
DiaryPage ScoreRow.-second { width: 9; }
DiaryPage .moment.-focused ScoreRow.-first { width: 22; }
DiaryPage .moment.-focused ScoreRow.-second { width: 5; }
DiaryPage .moment.-focused ScoreRow:focus { width: 1fr; }
DiaryPage #entries { width: 100%; height: auto; }
DiaryPage #beneath { height: auto; }
DiaryPage Month { height: 9; }
DiaryPage RecentMornings { height: 7; }

DiaryPage.-tiny #columns { layout: vertical; }
DiaryPage.-tiny #left { width: 1fr; }
DiaryPage.-tiny #right { width: 1fr; height: 1fr; margin: 1 0 0 2; display: none; }
DiaryPage.-tiny .moment { layout: vertical; }
DiaryPage.-tiny ScoreRow.-big { height: 1; }
DiaryPage.-tiny ScoreRow.-big.-in-sight { height: 2; }
DiaryPage.-tiny #today-heading { margin: 0 0 0 2; }
DiaryPage.-tiny Month, DiaryPage.-tiny WeekWords, DiaryPage.-tiny #gap { display: none; }
DiaryPage.-tiny RecentMornings { height: 1fr; }
DiaryPage #below { display: none; margin: 1 0 0 2; color: $text-disabled; }
DiaryPage.-brief #below { display: block; }
DiaryPage.-brief.-low #below { display: none; }
DiaryPage.-brief #left { height: auto; }
DiaryPage.-brief #right { display: block; }
DiaryPage.-brief #later-heading, DiaryPage.-brief #today-heading, DiaryPage.-brief #entries { display: none; }
DiaryPage.-brief SignLines { height: 0; }
DiaryPage.-brief ScoreRow.-big.-in-sight { height: 1; }
DiaryPage.-brief PlanLines, DiaryPage.-brief ExperimentLine { height: 0; }

DiaryPage.-normal #columns { margin-top: 1; }
DiaryPage.-normal #left { width: 65; }
DiaryPage.-normal #right { width: 44; }
DiaryPage.-normal .heading { height: 2; }
DiaryPage.-normal #later-heading, DiaryPage.-wide #later-heading { visibility: visible; }
DiaryPage.-normal ScoreRow.-big, DiaryPage.-normal ScoreRow.-big.-in-sight { height: 5; margin-bottom: 1; }
DiaryPage.-normal #today-heading { margin: 1 0 0 2; }
DiaryPage.-normal .moment.-focused ScoreRow.-first { width: 24; }
DiaryPage.-normal .moment.-focused ScoreRow.-second { width: 9; }
DiaryPage.-normal .moment.-focused ScoreRow:focus { width: 1fr; }
DiaryPage.-normal Month { height: 15; }
DiaryPage.-normal RecentMornings { height: 9; margin-bottom: 1; }

DiaryPage.-wide #columns { margin-top: 2; }
DiaryPage.-wide #left { width: 65; }
DiaryPage.-wide #gap { width: 4; }
DiaryPage.-wide #right { width: 1fr; }
DiaryPage.-wide #beneath { layout: horizontal; margin-top: 1; }
DiaryPage.-wide RecentWeeks { display: block; }
DiaryPage.-wide RecentMornings { display: none; }
DiaryPage.-wide WeekWords { dock: right; width: 27; margin: 0; }
DiaryPage.-wide .heading { height: 2; }
DiaryPage.-wide ScoreRow.-big, DiaryPage.-wide ScoreRow.-big.-in-sight { height: 7; margin-bottom: 1; }
DiaryPage.-wide #today-heading { margin: 2 0 0 2; }
DiaryPage.-wide .moment.-focused ScoreRow.-first { width: 24; }
DiaryPage.-wide .moment.-focused ScoreRow.-second { width: 9; }
DiaryPage.-wide .moment.-focused ScoreRow:focus { width: 1fr; }
DiaryPage.-wide Month { width: 44; height: 17; }
"""
