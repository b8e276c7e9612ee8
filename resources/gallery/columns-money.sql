-- title: Money
-- title(zh_CN): 金额
-- about: An amount with its currency: a number without one is no money.
-- about(zh_CN): 带币种的金额：没有币种的数字不是金额。
-- kind: columns

CREATE TABLE money (
    amount   numeric(18,4) NOT NULL,
    currency char(3) NOT NULL CHECK (currency = upper(currency))
);
