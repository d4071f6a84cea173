-- What is signed stands firm: the part that every subgraph with something signed has word for word, as `evidence.sql`.

-- Nothing is told of a time to come. Of the past it is: a command takes its time, and seeds make years.
CREATE FUNCTION refuse_later() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.at > clock_timestamp() + interval '1 minute' THEN
    RAISE EXCEPTION '% is of a time to come', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

-- Guards a history or the records: what its view says does not stand is refused at the commit, whatever it holds.
CREATE FUNCTION guard_told(told text) RETURNS void LANGUAGE plpgsql AS $make$
BEGIN
  EXECUTE format($f$ CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $guard$
    BEGIN
      IF NOT (SELECT stands FROM %I WHERE id = NEW.id) THEN
        RAISE EXCEPTION '%s %% tells of what nothing else tells of', NEW.id;
      END IF;
      RETURN NULL;
    END $guard$ $f$, 'refuse_untrue_' || told, told || '_evidence', told);
  EXECUTE format('CREATE CONSTRAINT TRIGGER told AFTER INSERT ON %I DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION %I()', told, 'refuse_untrue_' || told);
  EXECUTE format('CREATE TRIGGER dated BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION refuse_later()', told);
END $make$;

-- A signature ends by a record of that, later than its own. Arguments: the records' column that names the row, the row's
-- that says when it was signed, and the outcomes of a signature and of its end.
CREATE FUNCTION refuse_end_unrecorded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ended boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM decision_record e WHERE e.%1$I = $1 AND e.outcome::text = $2
    AND e.sequence > ALL (SELECT sequence FROM decision_record s
      WHERE s.%1$I = $1 AND s.outcome::text = $3 AND s.at <= $4))', TG_ARGV[0])
    INTO ended USING OLD.id, TG_ARGV[3], TG_ARGV[2], (to_jsonb(OLD) ->> TG_ARGV[1])::timestamptz;
  IF NOT ended THEN
    RAISE EXCEPTION '% % lost its signature without a record', TG_TABLE_NAME, OLD.id;
  END IF;
  RETURN NULL;
END $$;

-- Here the shared part ends.

CREATE CONSTRAINT TRIGGER ended AFTER UPDATE ON "service_period" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status = 'SIGNED' AND NEW.status <> 'SIGNED')
  EXECUTE FUNCTION refuse_end_unrecorded('period_id', 'signed_at', 'SIGNED', 'FELL_AWAY');

-- A decision told of by the history has its record, whatever the entry leaves out.
CREATE OR REPLACE VIEW "service_period_history_evidence" AS
SELECT h.id, (h.digest IS NULL AND h.command NOT IN ('SIGN', 'REJECT') AND (h.status IN ('SIGNED', 'REJECTED')) IS NOT TRUE)
  OR EXISTS (SELECT 1 FROM decision_record r
  WHERE r.period_id = h.period_id AND (r.outcome = 'FELL_AWAY' OR r.content = h.content)
    AND (r.outcome::text, r.digest, r.at, r.by_id, r.on_behalf_of_id, r.comment)
      IS NOT DISTINCT FROM (decided(h), h.digest, h.at, h.by_id, h.on_behalf_of_id, h.comment)) AS stands
FROM service_period_history h;

DROP TRIGGER recorded ON "service_period_history";
DROP FUNCTION refuse_unrecorded_history_of_service_period();
SELECT guard_told('service_period_history'), guard_told('decision_record');

-- FOR SHARE waits for another's update, which FOR KEY SHARE does not.
CREATE OR REPLACE FUNCTION refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM service_period WHERE id IN (NEW.period_id, OLD.period_id) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT 1 FROM service_period WHERE status = 'SIGNED' AND id IN (NEW.period_id, OLD.period_id)) THEN
    RAISE EXCEPTION 'the period is signed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

SELECT pin_functions();
