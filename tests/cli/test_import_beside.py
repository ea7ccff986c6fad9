"""`waymark import` of a file that others stand beside: what is read with it, and what a broken one says."""

from __future__ import annotations

from tests.cli.test_import_and_export import a_table, run, site
from tests.site_builder import Site

__all__ = ["site"]


def test_open_referrals_files_are_read_with_the_services_that_they_stand_beside(site: Site) -> None:
    services_csv = "id,organization_id,name,description\ns1,o1,Quay Line,A line.\n"
    a_table(site, "id,name\no1,Victim Support\n", "organizations.csv")
    a_table(site, "id,service_id,number\np1,s1,01632 960101\n", "phones.csv")
    given = ["--default", "kind=helpline", "--default", "helps_with=any-crime", "--default", "areas=cumbria"]
    done = run(site, "import", a_table(site, services_csv, "services.csv"), *given)

    assert done.exit_code == 0, done.stdout
    assert "It was read with organizations.csv, phones.csv beside it." in " ".join(done.stdout.split())
    assert "  row 2    new      Quay Line (quay-line)" in done.stdout
    a_table(site, '"broken', "phones.csv")
    assert run(site, "import", str(site.root / "services.csv"), *given).stderr.startswith("services.csv: phones.csv")
