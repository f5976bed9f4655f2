"""What carries a diary to other machines is recognised, and so are copies of it in conflict."""

import os
from pathlib import Path

import pytest

from heeldiary.store.file.place_notices import Notice, filter_new_notices, place_notices
from heeldiary.store.file.synced import conflict_copies, nextcloud_folders, service
from tests.runner import Heeldiary, files


@pytest.mark.parametrize(
    ("folder", "called"),
    [
        ("Dropbox", "Dropbox"), ("Dropbox (Personal)", "Dropbox"), ("Dropbox/a/b", "Dropbox"),
        ("OneDrive", "OneDrive"), ("OneDrive - Example Ltd", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"), ("iCloudDrive", "iCloud"),
        ("Google Drive/My Drive", "Google Drive"), ("Library/CloudStorage/GoogleDrive-me", "Google Drive"),
        ("Nextcloud/health", "Nextcloud"), ("ownCloud", "ownCloud"), ("pCloudDrive", "pCloud"),
        ("Proton Drive", "Proton Drive"), ("Seafile", "Seafile"), ("MEGAsync", "MEGA"), ("Box Sync", "Box"),
        (".local/share/heeldiary", None), ("dropboxes", None), ("my OneDriver", None), ("Boxes", None),
    ],
)  # fmt: skip
def test_a_folder_that_a_service_makes(tmp_path: Path, folder: str, called: str | None) -> None:
    assert service(str(tmp_path / folder / "diary.db")) == called


@pytest.mark.parametrize(
    ("mark", "called"),
    [
        (".stfolder", "Syncthing"), (".stignore", "Syncthing"), (".stversions", "Syncthing"),
        (".dropbox.cache", "Dropbox"), (".sync_0a1b2c3d4e5f.db", "Nextcloud"), ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"), (".tmp.driveupload", "Google Drive"), (".sync", "Resilio Sync"),
        (".stfolders", None), (".git", None), ("diary.db-journal", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("deep", ["", "a", "a/b/c"])
def test_a_mark_in_the_folder_or_above_it(tmp_path: Path, mark: str, called: str | None, deep: str) -> None:
    (tmp_path / mark).mkdir()
    place = tmp_path / deep
    place.mkdir(parents=True, exist_ok=True)
    assert service(str(place / "diary.db")) == called


def test_a_folder_that_nextclouds_settings_name(tmp_path: Path) -> None:
    settings = tmp_path / ".config" / "Nextcloud" / "nextcloud.cfg"
    settings.parent.mkdir(parents=True)
    synced = tmp_path / "my cloud"
    synced.mkdir()
    settings.write_text(f"[Accounts]\n0\\Folders\\1\\localPath={synced}/\n0\\Folders\\1\\targetPath=/\n")
    assert nextcloud_folders(str(tmp_path)) == [str(synced)]
    assert service(str(synced / "deep" / "diary.db"), local_paths=[str(synced)]) == "Nextcloud"
    assert service(str(tmp_path / "diary.db"), local_paths=[str(synced)]) is None


MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
//nas/share /mnt/my\\040share cifs rw 0 0
me@host: /mnt/ssh fuse.sshfs rw 0 0
tmpfs /mnt tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "is_network"),
    [
        ("/home/me/diary.db", True), ("/home/local/diary.db", False), ("/mnt/my share/a/diary.db", True),
        ("/mnt/ssh/diary.db", True), ("/mnt/sshx/diary.db", False), ("/homes/diary.db", False), ("/diary.db", False),
    ],
)  # fmt: skip
def test_a_network_drive(path: str, is_network: bool) -> None:
    assert service(path, MOUNTS) == ("a network drive" if is_network else None)


@pytest.mark.parametrize(
    "file_system",
    [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "ceph", "davfs", "vboxsf", "fuse.sshfs", "fuse.rclone",
        "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.davfs2", "fuse.vmhgfs-fuse",
    ],
)  # fmt: skip
def test_every_kind_of_network_drive(file_system: str) -> None:
    assert service("/mnt/diary.db", f"there /mnt {file_system} rw 0 0\n") == "a network drive"


COPIES = (
    "diary.sync-conflict-20261122-070405-ABCDEFG.db", "diary.db.sync-conflict-20261122-070405-ABCDEFG",
    "diary (conflicted copy).db", "diary (Anna's conflicted copy 2026-11-22).db",
    "diary (Case Conflict).db", "diary (conflicted copy 2026-11-22 070405).db", "diary_conflict-20261122-070405.db",
    "diary.Conflict.db", "diary (SFConflict anna@example.org 2026-11-22-07-04-05).db", "diary (1).db", "diary(12).db",
    "diary 2.db",
)  # fmt: skip
OTHERS = (
    "diary.db-journal", "diary.db-wal", "diary-old.db", "diary.db.bak", "other (1).db", "diary (1).txt", "diary2.db",
    ".diary.db.12-ab.part", "diary (mine).db", "diarist (1).db",
)  # fmt: skip


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_in_conflict(tmp_path: Path, name: str) -> None:
    for other in (*OTHERS, name, "diary.db"):
        (tmp_path / other).touch()
    assert conflict_copies(str(tmp_path / "diary.db")) == [name]


@pytest.mark.parametrize(
    ("copies", "named"),
    [
        (("diary (1).db",), "(diary (1).db)"),
        (("diary (1).db", "diary (2).db"), "(diary (1).db and 1 more)"),
        (("diary (1).db", "diary (2).db", "diary (3).db"), "(diary (1).db and 2 more)"),
    ],
)
def test_the_first_copy_is_named_and_the_others_counted(tmp_path: Path, copies: tuple[str, ...], named: str) -> None:
    for name in ("diary.db", *copies):
        (tmp_path / name).touch()
    (notice,) = place_notices(str(tmp_path / "diary.db"), str(tmp_path))
    assert f"next to the diary {named}: " in notice.text


def test_both_notices_say_what_to_do(tmp_path: Path) -> None:
    home = tmp_path / "Dropbox"
    home.mkdir()
    (home / "diary (1).db").touch()
    assert [notice.text for notice in place_notices(str(home / "diary.db"), str(tmp_path))] == [
        "The diary is in a folder of Dropbox: use it on one machine at a time, and quit heeldiary there before you "
        "start it elsewhere.",
        "There is a conflicting copy next to the diary (diary (1).db): what you logged there is not here. See it with "
        "heeldiary list --diary, then move it away.",
    ]


def test_each_thing_is_said_once_a_diary(tmp_path: Path) -> None:
    home = tmp_path / "Dropbox"
    home.mkdir()
    diary, memory = str(home / "diary.db"), str(tmp_path / "data" / "notices.json")
    os.mkdir(tmp_path / "data")

    def said(path: str) -> list[str]:
        return [notice.text for notice in filter_new_notices(place_notices(path, str(tmp_path)), path, memory)]

    assert len(said(diary)) == 1
    assert said(diary) == []
    assert len(said(str(home / "other.db"))) == 1
    (home / "diary (1).db").touch()
    (text,) = said(diary)
    assert "diary (1).db" in text
    assert said(diary) == []
    (home / "diary (2).db").touch()
    assert len(said(diary)) == 1


def test_the_path_of_a_diary_need_not_be_utf_8(tmp_path: Path) -> None:
    path, memory = os.fsdecode(b"/home/me/Dropbox/\xff\xc3\xa9.db"), str(tmp_path / "notices.json")
    notices = [Notice("Dropbox", "The diary is in a folder of Dropbox.")]
    assert filter_new_notices(notices, path, memory) == notices
    assert filter_new_notices(notices, path, memory) == []
    assert filter_new_notices(notices, "/home/me/Dropbox/other.db", memory) == notices


@pytest.mark.parametrize("content", ["", "{", "[]", '{"x": 1}', '{"PATH": {"a": 1}}', "null"])
def test_a_memory_that_is_broken_is_no_hindrance(tmp_path: Path, content: str) -> None:
    (tmp_path / "Dropbox").mkdir()
    diary, memory = str(tmp_path / "Dropbox" / "diary.db"), tmp_path / "notices.json"
    memory.write_text(content.replace("PATH", diary))
    notices = place_notices(diary, str(tmp_path))
    assert filter_new_notices(notices, diary, str(memory)) == notices
    assert filter_new_notices(notices, diary, str(memory)) == []
    memory.unlink()
    memory.mkdir()
    assert filter_new_notices(notices, diary, str(memory)) == notices


def test_a_linked_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "health").mkdir(parents=True)
    (tmp_path / "data").symlink_to(tmp_path / "Dropbox" / "health")
    (notice,) = place_notices(str(tmp_path / "data" / "diary.db"), str(tmp_path))
    assert notice.key == "Dropbox"


def test_where_says_it_beside_the_paths_and_makes_nothing(heeldiary: Heeldiary, tmp_path: Path) -> None:
    assert "Dropbox" not in heeldiary.done("where").err
    synced = heeldiary.other("Dropbox")
    ran = synced.done("where")
    assert "Dropbox" in ran.err
    assert "Dropbox:" not in ran.out
    assert synced.done("where", "--json").err == ""
    assert files(tmp_path) == {}
