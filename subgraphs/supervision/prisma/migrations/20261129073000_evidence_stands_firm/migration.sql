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

-- What is told to have been finalised has its record, whatever the entry leaves out.
CREATE OR REPLACE VIEW "conversation_history_evidence" AS
SELECT h.id, (h.digest IS NULL AND h.command <> 'FINALISE' AND h.status <> 'FINALISED')
  OR EXISTS (SELECT 1 FROM conversation_record r WHERE r.conversation_id = h.conversation_id
  AND h.command = 'FINALISE' AND h.status = 'FINALISED' AND (h.digest, h.at, h.by_id) = (r.digest, r.at, r.by_id)) AS stands
FROM conversation_history h;

DROP TRIGGER recorded ON "conversation_history";
DROP FUNCTION refuse_unrecorded_history_of_conversation();
SELECT guard_told('conversation_history'), guard_told('conversation_record');

-- FOR SHARE waits for another's update, which FOR KEY SHARE does not.
CREATE OR REPLACE FUNCTION refuse_finalised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM conversation WHERE id IN (NEW.conversation_id, OLD.conversation_id) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT 1 FROM conversation WHERE status = 'FINALISED'
             AND id IN (NEW.conversation_id, OLD.conversation_id)) THEN
    RAISE EXCEPTION 'the conversation is finalised';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

SELECT pin_functions();
