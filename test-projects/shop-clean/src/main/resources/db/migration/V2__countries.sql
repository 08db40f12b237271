insert into countries (code, name) values
    ('AT', 'Austria'),
    ('CH', 'Switzerland'),
    ('DE', 'Germany'),
    ('FR', 'France'),
    ('IT', 'Italy'),
    ('NL', 'Netherlands');
