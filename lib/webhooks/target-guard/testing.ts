// Targets that no webhook may ever reach, in the spellings that have fooled others. Tests of registration and of
// delivery share them.

/** Hosts of https URLs. */
export const forbiddenHosts: readonly string[] = [
  // 127.0.0.1
  '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0x7F.0x0.0x0.0x1', '017700000001', '0177.0.0.1',
  '0177.0.0.01', '127.0.0x0.1', '127.000.000.001', '%31%32%37.0.0.1', '１２７.0.0.1', '127。0。0。1', '①②⑦.0.0.1',
  '127.255.255.254', '127.127.127.127',
  // nothing, everybody
  '0', '0.0.0.0', '0x0', '0.1.2.3', '255.255.255.255', '4294967295', '240.0.0.1',
  // private
  '10.0.0.1', '10.255.255.255', '167772161', '0xa000001', '012.0.0.1', '172.16.0.1', '172.31.255.254', '0xac100001',
  '192.168.0.1', '192.168.255.255', '3232235521', '0xc0a80001', '0300.0250.0.1', '192.168.257',
  // link-local and metadata
  '169.254.0.1', '169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518', '169.254.170.2',
  '168.63.129.16', '100.100.100.200', '192.0.0.192', '[fd00:ec2::254]', 'metadata.google.internal', 'metadata.internal.',
  // carrier-grade NAT, multicast, reserved, documentation, benchmarks
  '100.64.0.1', '100.127.255.254', '224.0.0.1', '239.255.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.19.255.255',
  '198.51.100.1', '203.0.113.1', '192.175.48.1', '192.31.196.1', '192.52.193.1',
  // IPv6
  '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::0001]', '[fe80::1]', '[febf::1]', '[fec0::1]',
  '[fc00::1]', '[fdff::1]', '[ff02::1]', '[ff0e::1]', '[100::1]', '[2001:db8::1]', '[3fff::1]', '[5f00::1]', '[2001:2::1]', '[2001:10::1]',
  '[2001:20::1]', '[2001:30::1]', '[2001::1]', '[4000::1]', '[e000::1]',
  // IPv6 that carries IPv4
  '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::FFFF:10.0.0.1]', '[::ffff:169.254.169.254]', '[::ffff:93.184.216.34]', '[::127.0.0.1]', '[::7f00:1]',
  '[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::a00:1]', '[64:ff9b::169.254.169.254]', '[64:ff9b:1::10.0.0.1]', '[64:ff9b:1:fffe::1]',
  '[2002:7f00:1::]', '[2002:a00:1::1]', '[2002:a9fe:a9fe::]', '[2002:c0a8:1::1]', '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
  '[2606:2800:220:1:0:5efe:127.0.0.1]', '[2606:2800:220:1:200:5efe:10.0.0.1]', '[fe80::5efe:10.0.0.1]', '[fe80::1%25eth0]', '[fe80::1%eth0]',
  // names
  'localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'localhost.localdomain', 'ｌｏｃａｌｈｏｓｔ', 'lo\u00ADcalhost', 'printer.local', 'db.internal',
  'intranet', 'wiki.intranet', 'nas.lan', 'router.home', 'router.home.arpa', 'mail.corp', 'x.private', 'hidden.onion', 'nowhere.invalid', 'a.test',
  '1.0.0.127.in-addr.arpa', 'db', 'redis', 'a..example', 'partner.example..',
]; // prettier-ignore

/** Whole URLs that are wrong otherwise, or read differently by different parsers. */
export const forbiddenUrls: readonly string[] = [
  'http://partner.example/', 'ftp://partner.example/', 'file:///etc/passwd', 'gopher://127.0.0.1:6379/_', 'javascript:alert(1)', 'data:,x',
  'ws://partner.example/', 'unix:/var/run/docker.sock', '//partner.example/', 'partner.example', '/hooks', '', ' ', 'https://', 'https:///',
  'https:partner.example', 'https:/partner.example', 'https:\\\\partner.example', 'https://?x', 'https://#x', 'https:///127.0.0.1/',
  'https://user@partner.example/', 'https://user:password@partner.example/', 'https://partner.example@127.0.0.1/', 'https://127.0.0.1\\@partner.example/',
  'https://partner.example\\.127.0.0.1/', 'https://partner.example/\n', '\thttps://partner.example/', 'https://part\nner.example/', 'https://partner.example:0/',
  'https://partner.example:65536/', 'https://partner.example:-1/', 'https://partner.example/#fragment', 'https://[::1', 'https://[::1]x/', 'https://[127.0.0.1]/',
  'https://1.2.3.4.5/', 'https://256.1.1.1/', 'https://0x100000000/', 'https://partner.example%00.internal/', 'https://%6c%6f%63%61%6c%68%6f%73%74/',
  'http://localhost/', 'http://localhost', 'http://127.0.0.1/', 'https://localhost:4000/', 'https://127.0.0.1:4000/', 'http://LocalHost:4000/', 'http://localhost.:4000/',
  'http://127.0.0.2:4000/', 'http://127.1:4000/', 'http://0x7f000001:4000/', 'http://2130706433:4000/', 'http://[::1]:4000/', 'http://0.0.0.0:4000/', 'http://0:4000/',
  'http://localhost:4000@partner.example/', 'http://localhost:4000\\@partner.example/', 'http://user@localhost:4000/', 'http://localhost:4000#x', 'HTTP://localhost:4000/',
  'http://localhost:99999/', 'http://localhost: 4000/', 'http://a.localhost:4000/', 'http://10.0.0.1:4000/', 'http://169.254.169.254:80/latest/meta-data/',
]; // prettier-ignore

/** What a name server could answer. */
export const forbiddenAddresses: readonly string[] = [
  '127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '100.64.1.1', '100.100.100.200', '168.63.129.16', '224.0.0.251',
  '192.0.0.192', '198.18.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:a00:1', '::127.0.0.1', 'fe80::1', 'fe80::1%eth0', 'fc00::1',
  'fd00:ec2::254', 'ff02::fb', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:db8::1',
  '2606:2800:220:1:0:5efe:7f00:1', 'localhost', '', '127.1', '0x7f.1',
]; // prettier-ignore
