-- The monitor asks for the shifts that are open, often; a shop has thousands that are not.
ALTER TABLE shift ADD KEY open_shifts (store_id, closed_at);
