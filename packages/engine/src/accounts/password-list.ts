// A small list of passwords that are tried first: kept here so that the check works without a network.
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd p@ssw0rd p@ssword admin administrator root welcome letmein qwerty qwertyuiop asdfghjkl zxcvbnm iloveyou
  monkey dragon football baseball princess sunshine master shadow superman batman trustno1 changeme default secret test guest
  user login abc abcd abcdef abcdefg abcdefgh zhenghe zhejiang pujiang jinhua hangzhou kaifaqu woaini woaini1314 wang zhang
  123456 1234567 12345678 123456789 1234567890 123456789012 111111111111 000000000000 123123123123 qwerty123456
  1qaz2wsx3edc 1q2w3e4r5t6y qazwsxedcrfv passwordpassword adminadminadmin qwertyqwerty zaq12wsxcde3 password1234
  administrator1 letmeinletmein welcome12345 changemechangeme`
    .split(/\s+/)
    .filter(Boolean),
);
