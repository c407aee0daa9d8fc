"""Plug-ins are the modules in a folder: adding one file (or one folder) adds one kind, one reader, one command.

A plug-in module is any module or package directly below `package` whose name does not begin with an underscore and
which defines the attribute asked for.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def plugins(package: str, attribute: str) -> dict[str, Any]:
    """Return the value of `attribute` in every plug-in module of `package`, by module name in alphabetical order.

    Args:
        package: dotted name of the package whose modules are the plug-ins, e.g. "secretariat.kinds".
        attribute: name that a plug-in defines, e.g. "KIND"; modules without it are not plug-ins.
    """
    home = import_module(package)
    names = sorted(m.name for m in iter_modules(home.__path__) if not m.name.startswith("_"))
    modules = {name: import_module(f"{package}.{name}") for name in names}
    return {name: getattr(module, attribute) for name, module in modules.items() if hasattr(module, attribute)}
