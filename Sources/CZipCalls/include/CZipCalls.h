#pragma once
// libzip's functions, by their own names: on Linux each opens the library when it is first called.
