// Filled with the room's first type.
