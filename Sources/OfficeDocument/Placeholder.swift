// The room's first stone; replaced with its first type.
