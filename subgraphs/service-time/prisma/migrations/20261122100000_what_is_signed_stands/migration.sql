-- A signed period is not written to while it is signed: what the leader has signed changes only together with the
-- signature's end, which the decision records keep.
CREATE FUNCTION refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM service_period WHERE status = 'SIGNED' AND id IN (NEW.period_id, OLD.period_id)) THEN
    RAISE EXCEPTION 'the period is signed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER signed BEFORE INSERT OR UPDATE OR DELETE ON "absence"
  FOR EACH ROW EXECUTE FUNCTION refuse_signed();
CREATE TRIGGER signed BEFORE INSERT OR UPDATE OR DELETE ON "unsupervised_period"
  FOR EACH ROW EXECUTE FUNCTION refuse_signed();

CREATE FUNCTION refuse_signed_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the period is signed';
END $$;
CREATE TRIGGER signed BEFORE UPDATE ON "service_period"
  FOR EACH ROW WHEN (OLD.status = 'SIGNED' AND NEW.status = 'SIGNED') EXECUTE FUNCTION refuse_signed_period();
