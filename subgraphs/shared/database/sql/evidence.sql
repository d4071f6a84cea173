-- What is signed stands: the part that every subgraph with something signed has word for word. It begins their
-- migrations; `subgraphs/shared/database/sql/evidence.sql` holds it, and docs/decisions/0014 says why.

-- Keeps a row while its status is the signed one. Arguments: the columns that the end of a signature changes, and those
-- that change while it stands. So nothing that was signed changes in the statement that ends the signature.
CREATE FUNCTION keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may text[] := regexp_split_to_array(TG_ARGV[CASE WHEN NEW.status = OLD.status THEN 1 ELSE 0 END], '\s+');
BEGIN
  IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may THEN
    RAISE EXCEPTION '% % is signed', TG_TABLE_NAME, OLD.id;
  END IF;
  RETURN NEW;
END $$;

-- Makes what refuses at the commit that a row and the newest record of it say different things, and that a history tells
-- of a decision without a record. What it means of a row, its table's view says: `<subject>_evidence (id, stands)`.
-- `key` is the column of the records that names the row; a trigger's argument is the column of its own table that does.
CREATE FUNCTION make_evidence_guards(subject text, records text, key text) RETURNS void LANGUAGE plpgsql AS $make$
BEGIN
  EXECUTE format($f$ CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $guard$
    DECLARE
      named uuid := to_jsonb(NEW) ->> TG_ARGV[0];
      evident boolean := (SELECT stands FROM %I WHERE id = named);
    BEGIN
      -- A row may be gone by now; a record of nothing is refused.
      IF NOT evident OR (evident IS NULL AND TG_ARGV[0] <> 'id') THEN
        RAISE EXCEPTION '%s %% does not stand as recorded', named;
      END IF;
      RETURN NULL;
    END $guard$ $f$, 'refuse_unrecorded_' || subject, subject || '_evidence', subject);
  EXECUTE format($f$ CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $guard$
    DECLARE
      named uuid := to_jsonb(NEW) ->> TG_ARGV[0];
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM %I r
        WHERE r.%I = named AND r.digest = NEW.digest AND r.by_id = NEW.by_id AND r.at = NEW.at) THEN
        RAISE EXCEPTION '%% tells of a decision without a record', TG_TABLE_NAME;
      END IF;
      RETURN NULL;
    END $guard$ $f$, 'refuse_unrecorded_history_of_' || subject, records, key);
END $make$;

-- A record is numbered here, whatever number it came with: none is put before another, or after all to come.
CREATE FUNCTION number_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sequence := nextval(pg_get_serial_sequence(TG_RELID::regclass::text, 'sequence'));
  RETURN NEW;
END $$;

CREATE FUNCTION oslo_day(at timestamptz) RETURNS date STABLE
RETURN (at AT TIME ZONE 'Europe/Oslo')::date;

-- As a record's content spells it.
CREATE FUNCTION iso(at timestamptz) RETURNS text STABLE
RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- A function finds tables in this schema alone: not in one that its caller has made or put before it. Those in SQL, as
-- the views, have theirs from when they were made.
CREATE FUNCTION pin_functions() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  each regprocedure;
BEGIN
  FOR each IN SELECT oid FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
    AND prosqlbody IS NULL LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', each, current_schema());
  END LOOP;
END $$;

-- Here the shared part ends.
