"""content/: what somebody left behind and what opens a door is never published; a page's own name is no copy's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.unwanted_names import copy_of
from generator.privacy.documents.file_names import not_published
from tests.content.loading.test_content_files import A_PAGE, COPY, HOST, KEY, found

COPIES = """about copy 2.md|about copy copy.md|about_copy.md|about_copy_2.md|about(1).md|copy-of-about.md
Copy (2) of about.md|Kopie von about.md|Copie de about.md|about - Kopie.md|about-bak.md|about~.md
about_backup_2.md|backup of about.md|about-backup.md|about_orig.md|about-tmp.md|about-temp.md
untitled.md|Untitled-1.md|New Text Document.txt|New Document.docx|about-delete-me.md
about-OLD-do-not-use.md|about.md.txt|easy-read.pdf.pdf|easy-read copy 3.jpg|about (Autosaved).md
about (conflict).md|about (Case Conflict).md|about-DESKTOP-AB12CD3.md|about [Recovered].md
about_recovered.docx|Backup of about.docx|about.old2.md|about.bak2.md|about - Shortcut.md
about.theirs.md|about.ours.md|old/about.md|leaflets copy/a.md|leaflets (1)/a.md|Copy of leaflets/a.md
leaflets.bak/a.md|untitled folder/a.md|a/backup/b.md|wp-config.php.txt|thumbs.db.txt"""
KEYS = """password.txt|passwords.txt|my-passwords.txt|password-list.csv|passwords 2026.xlsx|logins.txt
login-details.docx|credentials.csv|secret.txt|client_secret.txt|api-key.txt|apikey.txt|api_keys.csv
token.txt|tokens.csv|access-token.txt|.env.txt|prod.env.txt|env.txt|id_rsa.txt|id_ed25519.txt
server.key.txt|private-key.txt|private_key.md|privatekey.pdf|key.txt|keys.csv|recovery-codes.txt
backup-codes.pdf|2fa-codes.txt|recovery-key.txt|BitLocker Recovery Key 1234.txt|seed-phrase.txt
wifi-password.pdf|Wi-Fi password.jpg|aws-credentials.csv|rootkey.csv|accessKeys.csv|user_accessKeys.csv
new_user_credentials.csv|service-account.json|vault.psafe3|vault.1pux|1password.csv
bitwarden_export_2026.csv|lastpass_export.csv|Chrome Passwords.csv|htpasswd.txt|wp.p8|known_hosts.txt
authorized_keys.txt|passwd.txt|office.ovpn|passwords.md|password.md|staff/passwords.md"""
HOSTS = "_headers.txt|_redirects.txt|CNAME.txt|_worker.js.txt|htaccess.txt|nojekyll.txt|web.config.txt|netlify.toml.txt"
OF_ABOUT = """about-old.md|about_old.md|about old.md|about_OLD.md|aboutOLD.md|aboutold.md|old-about.md|OLD about.md
about-copy.md|about-draft.md|about-draft2.md|draft-about.md|about_v1.md|about-v2.md|about-final.md
about-final-2.md|about-FINAL-final.md|about final.md|about-new.md|new-about.md|about-test.md
about-deleted.md|deleted-about.md|DELETE-about.md|zz-about.md|about-original.md|about-edited.md
tmp-about.md|about-unused.md"""
PAGES = """copycat-crime.md older-people.md old-age.md copyright.md password-help.md keep-your-password-safe.md
new-here.md newcastle.md final-warning.md test-results.md draft-guidance.md key-workers.md
keys-to-recovery.md secret-filming.md secrets-at-home.md token-of-thanks.md tempest.md
temporary-housing.md backup-plans.md originals.md covid-19.md form-101.md section-28.md phase-2.md
step-1.md leaflet-2026.pdf annual-report-2025-26.pdf report-2026-11-20.pdf plan_2024.pdf
robots-and-scams.md what-is-new.md scold.md threshold.md household.md gold-command.md bold.md told.md
two-factor-codes.md wifi-safety.md login-safety.md recovery.md archive.md deleted-messages.md
testimony.md photo1.jpg photo_2.png old-town.jpg the-old-vicarage.md hard-copy.md photocopy.md
year-old.md 10-year-old.md how-old.md young-and-old.md scam-copy.md something-new.md contact-2.md
pcc-plan-final.pdf tests.md choosing-a-password.md news-archive.md functions.md
folders/older-people/help.md leaflets-2026/a.md example.com.md help-in-a-conflict.md v2x.md
group-photo-1.jpg cname.md""".split()


def names(lines: str) -> list[str]:
    return [name for line in lines.split("\n") for name in line.split("|")]


@pytest.mark.parametrize(
    ("name", "words"),
    [(name, words) for words, some in ((COPY, COPIES), (KEY, KEYS), (HOST, HOSTS)) for name in names(some)],
)
def test_a_copy_a_key_and_a_host_s_orders_are_named_though_mkdocs_yml_allows_them(
    name: str, words: str, tmp_path: Path
) -> None:
    files = found(tmp_path, {name: A_PAGE, "fine.md": A_PAGE}, **{name: "Read"})

    assert [str(one) for one in files.problems] == [f"content/{name}:1:1: {words}"]
    assert list(files.published) == ["fine.md"]


@pytest.mark.parametrize("name", names(OF_ABOUT))
def test_a_copy_of_a_page_that_stands_beside_it_is_published_once_it_is_named(name: str, tmp_path: Path) -> None:
    files = found(tmp_path, {name: A_PAGE, "about.md": A_PAGE})

    assert [str(one) for one in files.problems] == [
        f"content/{name}:1:1: this looks like a copy of 'about.md'; delete it, or give it a name of its own; if "
        f"readers need both, name it in mkdocs.yml, below waymark: files: "
        f'{{"{name}": "Read by Sam Reed on 2026-11-20"}}'
    ]
    assert list(files.published) == ["about.md"]
    assert found(tmp_path, {}, **{name: "Read"}).problems == []


def test_a_page_in_another_folder_makes_no_copy(tmp_path: Path) -> None:
    files = found(
        tmp_path,
        {"scams/about-new.md": A_PAGE, "about.md": A_PAGE, "about-new.txt": A_PAGE},
        **{"about-new.txt": "Read"},
    )

    assert files.problems == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_s_own_name_is_no_copy_s_and_no_key_s(name: str) -> None:
    assert not_published(name) is None
    assert copy_of(name, PAGES) == ""
