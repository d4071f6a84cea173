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

-- At the commit: a row and the newest record of it say the same. Arguments: the table of the row, and which column of
-- the table that the trigger is on names it. What that means of a row is the table's own `stands_as_recorded`.
CREATE FUNCTION refuse_unrecorded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject uuid := to_jsonb(NEW) ->> TG_ARGV[1];
  stands boolean;
BEGIN
  EXECUTE format('SELECT stands_as_recorded(t) FROM %I t WHERE id = $1', TG_ARGV[0]) INTO stands USING subject;
  -- A row may be gone by now; a record of nothing is refused.
  IF NOT stands OR (stands IS NULL AND TG_TABLE_NAME <> TG_ARGV[0]) THEN
    RAISE EXCEPTION '% % does not stand as recorded', TG_ARGV[0], subject;
  END IF;
  RETURN NULL;
END $$;

-- At the commit: what a history says was decided is in the records. Arguments: the records, the columns there and in the
-- history that name the row.
CREATE FUNCTION refuse_history_without_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  recorded boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1 AND digest = $2 AND by_id = $3 AND at = $4)',
    TG_ARGV[0], TG_ARGV[1]) INTO recorded USING (to_jsonb(NEW) ->> TG_ARGV[2])::uuid, NEW.digest, NEW.by_id, NEW.at;
  IF NOT recorded THEN
    RAISE EXCEPTION '% tells of a decision without a record', TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- A record is numbered here, whatever number it came with: none is put before another, or after all to come.
CREATE FUNCTION number_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sequence := nextval(pg_get_serial_sequence(TG_RELID::regclass::text, 'sequence'));
  RETURN NEW;
END $$;

CREATE FUNCTION oslo_day(at timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (at AT TIME ZONE 'Europe/Oslo')::date
$$;

-- As a record's content spells it.
CREATE FUNCTION iso(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- A function finds tables in this schema alone: not in one that its caller has made or put before it.
CREATE FUNCTION pin_functions() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  each regprocedure;
BEGIN
  FOR each IN SELECT oid FROM pg_proc WHERE pronamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', each, current_schema());
  END LOOP;
END $$;

-- Here the shared part ends.
