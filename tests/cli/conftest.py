"""Makes the shop known to the tests of the command line."""

from tests.publish.shop import shop, shop_with_two

__all__ = ["shop", "shop_with_two"]
