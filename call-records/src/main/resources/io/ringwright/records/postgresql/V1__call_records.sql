-- Call records, version 1. Columns that end in _ms are milliseconds: instants since 1970 UTC, or durations.

-- One row for each visit of a call.
CREATE TABLE IF NOT EXISTS rw_call (
  call_id VARCHAR(215) NOT NULL,
  visit BIGINT NOT NULL,
  arrived_ms BIGINT NOT NULL,
  arrival_seen SMALLINT NOT NULL,
  caller VARCHAR(32),
  caller_name VARCHAR(80),
  called VARCHAR(32),
  channel VARCHAR(128),
  priority INTEGER,
  path VARCHAR(1000),
  answered_ms BIGINT,
  answered_by VARCHAR(32),
  answered_device VARCHAR(160),
  waited_ms BIGINT NOT NULL,
  talked_ms BIGINT NOT NULL,
  hand_overs INTEGER NOT NULL,
  ended_ms BIGINT NOT NULL,
  outcome VARCHAR(32) NOT NULL,
  hung_up_by VARCHAR(16) NOT NULL,
  reason VARCHAR(80) NOT NULL,
  explanation VARCHAR(32) NOT NULL,
  PRIMARY KEY (call_id, visit)
);
CREATE INDEX IF NOT EXISTS rw_call_arrived ON rw_call (arrived_ms);

-- One row for each extension or hunt group at which a call stood.
CREATE TABLE IF NOT EXISTS rw_stay (
  call_id VARCHAR(215) NOT NULL,
  visit BIGINT NOT NULL,
  number INTEGER NOT NULL,
  destination VARCHAR(64) NOT NULL,
  entered_ms BIGINT NOT NULL,
  left_ms BIGINT NOT NULL,
  how VARCHAR(32) NOT NULL,
  word VARCHAR(80) NOT NULL,
  position_first INTEGER NOT NULL,
  position_last INTEGER NOT NULL,
  PRIMARY KEY (call_id, visit, number)
);
CREATE INDEX IF NOT EXISTS rw_stay_entered ON rw_stay (entered_ms, destination);

-- One row for each ring of a phone.
CREATE TABLE IF NOT EXISTS rw_leg (
  call_id VARCHAR(215) NOT NULL,
  visit BIGINT NOT NULL,
  number INTEGER NOT NULL,
  extension VARCHAR(32),
  device VARCHAR(160),
  destination VARCHAR(64),
  began_ms BIGINT NOT NULL,
  rang_ms BIGINT NOT NULL,
  ring_end VARCHAR(32),
  talk_began_ms BIGINT,
  talked_ms BIGINT NOT NULL,
  wrap_up_ms BIGINT NOT NULL,
  PRIMARY KEY (call_id, visit, number)
);
CREATE INDEX IF NOT EXISTS rw_leg_began ON rw_leg (began_ms, extension);

-- One row for each log-in, log-out, pause and end of a pause. An empty hunt_group is all of them.
CREATE TABLE IF NOT EXISTS rw_attendance (
  extension VARCHAR(32) NOT NULL,
  hunt_group VARCHAR(32) NOT NULL,
  at_ms BIGINT NOT NULL,
  number BIGINT NOT NULL,
  logged_in SMALLINT NOT NULL,
  paused_for VARCHAR(100),
  PRIMARY KEY (extension, hunt_group, at_ms, number)
);
