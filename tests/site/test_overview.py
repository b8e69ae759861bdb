"""The list of all sites."""

from policygen.site.overview import listed, overview
from policygen.site.views import OverviewPage
from tests.site.made import site


def test_the_overview_lists_the_sites_in_each_of_their_languages() -> None:
    page = overview((listed(site()),), "en")
    view = page.view()
    assert isinstance(view, OverviewPage)
    assert page.path == "index.html"
    assert [(link.href, link.text, link.lang) for link in view.sites[0].names] == [
        ("example/", "ตัวอย่าง", "th"),
        ("example/", "Example", "en"),
    ]
    assert view.chrome.assets.root == "example/assets/"


def test_the_overview_can_be_read_from_disk() -> None:
    view = overview((listed(site()),), file_links=True).view()
    assert isinstance(view, OverviewPage)
    assert view.sites[0].href == "example/index.html"
