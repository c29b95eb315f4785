-- Lines of queue_log, with the columns of Asterisk's realtime table. One that is there already is kept.
CREATE TABLE IF NOT EXISTS queue_log (
  id BIGINT NOT NULL PRIMARY KEY,
  time CHAR(26),
  callid VARCHAR(80),
  queuename VARCHAR(256),
  agent VARCHAR(80),
  event VARCHAR(32),
  data1 VARCHAR(100),
  data2 VARCHAR(100),
  data3 VARCHAR(100),
  data4 VARCHAR(100),
  data5 VARCHAR(100)
);
