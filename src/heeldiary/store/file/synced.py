"""The diary's folder: whether it is synced to other machines, on a network, or holds conflict copies.

Two machines that write to one synced file leave a conflict copy, without any warning.
"""

import os
import re
from collections.abc import Iterable, Iterator

_BY_NAME = (
    (re.compile(r"Dropbox( \(.*\))?"), "Dropbox"),
    (re.compile(r"OneDrive( - .*|-.*)?"), "OneDrive"),
    (re.compile(r"Mobile Documents|iCloud ?Drive"), "iCloud"),
    (re.compile(r"Google ?Drive(-.*)?|My Drive"), "Google Drive"),
    (re.compile(r"Nextcloud"), "Nextcloud"),
    (re.compile(r"ownCloud"), "ownCloud"),
    (re.compile(r"pCloud ?Drive"), "pCloud"),
    (re.compile(r"Box Sync|Box-Box"), "Box"),
    (re.compile(r"Proton ?Drive(-.*)?"), "Proton Drive"),
    (re.compile(r"Seafile"), "Seafile"),
    (re.compile(r"MEGA(sync)?( Downloads)?"), "MEGA"),
)
"""The names of the services' folders."""

_BY_MARK = (
    (re.compile(r"\.stfolder|\.stignore|\.stversions"), "Syncthing"),
    (re.compile(r"\.dropbox\.cache"), "Dropbox"),
    (re.compile(r"\._?sync_[0-9a-f]+\.db|\.nextcloudsync\.log"), "Nextcloud"),
    (re.compile(r"\.owncloudsync\.log|\._?sync_journal\.db"), "ownCloud"),
    (re.compile(r"\.tmp\.drive(down|up)load"), "Google Drive"),
    (re.compile(r"\.sync"), "Resilio Sync"),
)
"""The services' marker files in a synced folder."""

_NETWORKS = (
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "ceph", "davfs", "vboxsf", "fuse.sshfs", "fuse.rclone",
    "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.davfs2", "fuse.vmhgfs-fuse",
)  # fmt: skip
"""The names of network file systems in /proc/mounts."""

_CONFLICT = re.compile(
    r"""
    \.sync-conflict-\d{8}-.*        # Syncthing
    | .*\(.*conflict.*\)            # Dropbox, Nextcloud, Box
    | .*\(SFConflict.*\)            # Seafile
    | _conflict-\d.*                # ownCloud
    | \.Conflict\d*                 # Resilio Sync
    | \ ?\(\d{1,3}\) | \ \d{1,3}    # Google Drive, iCloud, OneDrive
    """,
    re.VERBOSE | re.IGNORECASE,
)


def service(path: str, mounts: str = "", local_paths: Iterable[str] = ()) -> str | None:
    """Return the name of the service that syncs a folder; None if there seems to be none.

    `path` is the file itself, `mounts` the text of /proc/mounts, `local_paths` the folders that a Nextcloud client
    says it syncs.
    """
    for folder in _ancestors(path):
        name = os.path.basename(folder)
        for pattern, called in _BY_NAME:
            if pattern.fullmatch(name):
                return called
        if any(os.path.realpath(local_path) == folder for local_path in local_paths):
            return "Nextcloud"
        for pattern, called in _BY_MARK:
            if any(pattern.fullmatch(entry) for entry in _listed(folder)):
                return called
    return "a network drive" if _file_system(path, mounts) in _NETWORKS else None


def conflict_copies(path: str) -> list[str]:
    """Return the names of files beside a diary that look like conflict copies, sorted."""
    folder, name = os.path.split(path)
    stem, ending = os.path.splitext(name)
    return sorted(
        other
        for other in _listed(folder)
        if other != name
        and (
            (other.startswith(stem) and other.endswith(ending) and _CONFLICT.fullmatch(_between(other, stem, ending)))
            or (other.startswith(name) and _CONFLICT.fullmatch(other[len(name) :]))
        )
    )


def nextcloud_folders(home: str) -> list[str]:
    """Return the synced folders from the settings of a Nextcloud or ownCloud client."""
    folders = []
    for place in ("Nextcloud/nextcloud.cfg", "ownCloud/owncloud.cfg"):
        for base in (os.path.join(home, ".config"), os.path.join(home, "Library", "Preferences")):
            try:
                with open(os.path.join(base, place), encoding="utf-8", errors="replace") as file:
                    folders += re.findall(r"localPath=(.+?)/?$", file.read(100_000), re.MULTILINE)
            except OSError:
                continue
    return folders


def mounted() -> str:
    """Return the text of /proc/mounts; empty if there is none."""
    try:
        with open("/proc/mounts", encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _between(name: str, stem: str, ending: str) -> str:
    return name[len(stem) : len(name) - len(ending)] if ending else name[len(stem) :]


def _ancestors(path: str) -> Iterator[str]:
    folder = os.path.dirname(path)
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _file_system(path: str, mounts: str) -> str:
    """Return the type of a path's file system: that of the longest mount point."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[1]).rstrip("/")
        if len(place) >= longest and (path == place or path.startswith(f"{place}/")):
            longest, kind = len(place), fields[2]
    return kind
