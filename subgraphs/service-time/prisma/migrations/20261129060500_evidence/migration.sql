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

-- Records: their digest is of their content, and they come in one order.
ALTER TABLE "decision_record" ADD COLUMN "sequence" BIGSERIAL NOT NULL;
CREATE UNIQUE INDEX "decision_record_sequence_key" ON "decision_record"("sequence");
ALTER TABLE "decision_record" ADD CONSTRAINT "record_digest"
  CHECK ("digest" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));
CREATE TRIGGER numbered BEFORE INSERT ON "decision_record" FOR EACH ROW EXECUTE FUNCTION number_record();

-- What a signature of the period was set under, as its record's content says it.
CREATE FUNCTION content_of(p service_period) RETURNS jsonb STABLE
RETURN jsonb_build_object('periodId', p.id, 'version', p.version - 1, 'traineeId', p.trainee_id, 'kind', p.kind,
    'position', p.position, 'share', p.share, 'overlapReason', p.overlap_reason, 'enterpriseId', p.enterprise_id,
    'enterpriseName', p.enterprise_name, 'unitName', p.unit_name, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
    'absences', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'share', share, 'startsOn', starts_on,
      'endsOn', ends_on) ORDER BY starts_on, id), '[]') FROM absence WHERE period_id = p.id),
    'unsupervisedPeriods', (SELECT coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'startsOn', starts_on,
      'endsOn', ends_on) ORDER BY starts_on, id), '[]') FROM unsupervised_period WHERE period_id = p.id),
    'request', jsonb_build_object('signerId', p.signer_id, 'sentAt', iso(p.sent_at)));

CREATE VIEW "service_period_evidence" AS
SELECT p.id, CASE p.status
  WHEN 'REJECTED' THEN (r.outcome::text, r.trainee_id, r.by_id, r.on_behalf_of_id, r.at, r.comment)
    IS NOT DISTINCT FROM ('REJECTED', p.trainee_id, p.rejected_by_id, p.rejected_on_behalf_of_id, p.rejected_at,
      p.rejection_comment)
  WHEN 'SIGNED' THEN coalesce((r.outcome::text, r.trainee_id, r.by_id, r.on_behalf_of_id, r.at, r.comment, r.digest)
    IS NOT DISTINCT FROM ('SIGNED', p.trainee_id, p.signed_by_id, p.signed_on_behalf_of_id, p.signed_at,
      p.signature_comment, p.signature_digest)
    AND r.signed = content_of(p), false)
  ELSE r.outcome IS DISTINCT FROM 'SIGNED' END AS stands
FROM service_period p LEFT JOIN LATERAL (
  SELECT *, content::jsonb AS signed FROM decision_record WHERE period_id = p.id ORDER BY sequence DESC LIMIT 1
) r ON true;

-- Which record an entry of a history is of.
CREATE FUNCTION decided(h service_period_history) RETURNS text STABLE
RETURN CASE h.command || ' ' || coalesce(h.status::text, '') WHEN 'SIGN SIGNED' THEN 'SIGNED'
    WHEN 'REJECT REJECTED' THEN 'REJECTED' WHEN 'EDIT REGISTERED' THEN 'FELL_AWAY' WHEN 'REMOVE ' THEN 'FELL_AWAY' END;

-- A record and an entry of the history are of one decision.
CREATE VIEW "decision_record_evidence" AS
SELECT r.id, EXISTS (SELECT 1 FROM service_period p JOIN service_period_history h ON h.period_id = p.id
  WHERE p.id = r.period_id AND (decided(h), h.digest, h.at, h.by_id, h.on_behalf_of_id, h.comment)
    IS NOT DISTINCT FROM (r.outcome::text, r.digest, r.at, r.by_id, r.on_behalf_of_id, r.comment)) AS stands
FROM decision_record r;
CREATE VIEW "service_period_history_evidence" AS
SELECT h.id, (h.digest IS NULL AND h.command NOT IN ('SIGN', 'REJECT')) OR EXISTS (SELECT 1 FROM decision_record r
  WHERE r.period_id = h.period_id AND (r.outcome = 'FELL_AWAY' OR r.content = h.content)
    AND (r.outcome::text, r.digest, r.at, r.by_id, r.on_behalf_of_id, r.comment)
      IS NOT DISTINCT FROM (decided(h), h.digest, h.at, h.by_id, h.on_behalf_of_id, h.comment)) AS stands
FROM service_period_history h;

SELECT make_evidence_guards('service_period', 'decision_record', 'period_id');

DROP TRIGGER signed ON "service_period";
DROP FUNCTION refuse_signed_period();
CREATE TRIGGER signed BEFORE UPDATE ON "service_period" FOR EACH ROW WHEN (OLD.status = 'SIGNED')
  EXECUTE FUNCTION keep_signed('status version signer_id sent_at signed_by_id signed_on_behalf_of_id signed_at
signature_comment signature_digest removed_at', '');

CREATE CONSTRAINT TRIGGER recorded AFTER UPDATE ON "service_period" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('SIGNED', 'REJECTED') OR OLD.status = 'SIGNED')
  EXECUTE FUNCTION refuse_unrecorded_service_period('id');
CREATE CONSTRAINT TRIGGER recorded_first AFTER INSERT ON "service_period" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('SIGNED', 'REJECTED')) EXECUTE FUNCTION refuse_unrecorded_service_period('id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT ON "decision_record" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_unrecorded_service_period('period_id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT ON "service_period_history" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.digest IS NOT NULL)
  EXECUTE FUNCTION refuse_unrecorded_history_of_service_period('period_id');

-- Waits for who signs the period at this moment.
CREATE OR REPLACE FUNCTION refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM service_period WHERE id IN (NEW.period_id, OLD.period_id) ORDER BY id FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM service_period WHERE status = 'SIGNED' AND id IN (NEW.period_id, OLD.period_id)) THEN
    RAISE EXCEPTION 'the period is signed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "service_period" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "absence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "unsupervised_period"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
SELECT pin_functions();
