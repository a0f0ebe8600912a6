"""What the tests share: typeset reports, hostile files, servers and engines; one module a subject."""
