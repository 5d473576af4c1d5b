// Customers that look like real ones: half of them Chinese, with surnames as frequent as in Taiwan. Set-based SQL from word lists.
import pg from 'pg';

const surnames = [['陳', 111], ['林', 83], ['黃', 60], ['張', 53], ['李', 51], ['王', 41], ['吳', 40], ['劉', 32], ['蔡', 29], ['楊', 26], ['許', 23], ['鄭', 19], ['謝', 18], ['郭', 15], ['洪', 15], ['邱', 15], ['曾', 14], ['廖', 14], ['賴', 13], ['徐', 13], ['周', 12], ['葉', 12], ['蘇', 12], ['莊', 10], ['呂', 10], ['江', 9], ['何', 9], ['蕭', 8], ['羅', 8], ['高', 8], ['潘', 6], ['簡', 6], ['朱', 6], ['鍾', 6], ['游', 6], ['彭', 6], ['詹', 6], ['胡', 5], ['施', 5], ['沈', 5], ['余', 5], ['盧', 5], ['梁', 4], ['趙', 4], ['顏', 4], ['柯', 4], ['翁', 4], ['魏', 4], ['孫', 4], ['戴', 4], ['歐陽', 1], ['司徒', 1]];
const first = [...'志家建俊明淑雅怡美秀麗文國宗冠承宇柏彥佳欣惠玉春金永正士育嘉信智偉思心品子詩靜婉曉小大仁德天台庭瑋育旭'];
const second = [...'明豪宏傑偉華玲芬惠君雯婷如珍琴娟萍君儀蓉芳慧貞敏雄隆成輝銘祥賢龍翔廷恩瑜潔涵菁穎筠安勇強生榮源鳳雲香蘭竹梅月'];
const cities = ['臺北市中正區', '台北市大安區', '臺北市信義區', '台北市中山區', '新北市板橋區', '新北市三重區', '新北市中和區', '桃園市中壢區', '桃園市龜山區', '新竹市東區', '臺中市西屯區', '台中市北屯區', '臺中市南屯區', '彰化縣員林市', '雲林縣斗六市', '嘉義市西區', '臺南市東區', '台南市永康區', '高雄市三民區', '高雄市左營區', '屏東縣屏東市', '宜蘭縣羅東鎮', '花蓮縣花蓮市', '臺東縣臺東市'];
const roads = ['中山路', '中正路', '民生東路', '民族路', '民權西路', '忠孝東路', '仁愛路', '信義路', '和平東路', '復興南路', '建國北路', '文心路', '文化路', '大同路', '光復路', '公園路', '自由路', '成功路', '博愛路', '四維路', '五福路', '七賢路', '南京東路', '羅斯福路', '林森北路', '敦化南路', '市民大道', '環河南路', '西屯路', '台灣大道'];
const companies = ['科技', '電子', '實業', '國際', '生技', '建設', '食品', '貿易', '精密', '光電'];
const given = ['James', 'Mary', 'Robert', 'Patricia', 'John', 'Jennifer', 'Michael', 'Linda', 'David', 'Elizabeth', 'William', 'Barbara', 'Richard', 'Susan', 'Joseph', 'Jessica', 'Thomas', 'Sarah', 'Charles', 'Karen', 'Christopher', 'Lisa', 'Daniel', 'Nancy', 'Matthew', 'Betty', 'Zoë', 'Björn', 'José', 'François', 'Ana', 'Mary Ann'];
const family = ['Smith', 'Johnson', 'Williams', 'Brown', 'Jones', 'Garcia', 'Miller', 'Davis', 'Rodriguez', 'Martinez', 'Hernandez', 'Lopez', 'Gonzalez', 'Wilson', 'Anderson', 'Thomas', 'Taylor', 'Moore', 'Jackson', 'Martin', 'Lee', 'Perez', 'Thompson', 'White', 'Harris', 'Müller', 'Sørensen', 'Dvořák', 'Fitzgerald', 'Abernathy', 'Vandermeer', 'Kowalczyk', 'Papadopoulos', 'Lindqvist', 'Castellanos', 'Whitmore'];
const streets = ['Oak Street', 'Maple Avenue', 'Cedar Lane', 'Park Road', 'Hill Street', 'Lake Drive', 'Main Street', 'Washington Boulevard', 'Elm Street', 'River Road', 'Sunset Boulevard', 'King Street'];
const towns = ['Portland', 'Seattle', 'Chicago', 'Boston', 'Denver', 'Austin', 'London', 'Manchester', 'Köln', 'Malmö', 'Lyon', 'Porto'];

const people = surnames.flatMap(([name, weight]) => Array.from({ length: weight }, () => name));

/** Fills the table of customers. Its indexes for the search are taken away before and are for whoever calls to bring back. */
export async function fillPeople(database, schema, user, rows) {
  const table = `${pg.escapeIdentifier(schema)}.client`;
  const { rows: indexes } = await database.query(`select indexname from pg_indexes where schemaname = $1 and tablename = 'client' and (indexname like '%search' or indexname like '%trgm')`, [schema]);
  for (const { indexname } of indexes) await database.query(`drop index ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(indexname)}`);
  const pick = (list) => `(${list})[1 + floor(random() * array_length(${list}, 1))::integer]`;
  await database.query('select setseed(0.42)');
  await database.query(
    `insert into ${table} (id, owner_id, created_at, created_by, updated_at, updated_by, version, name, phone, email, company, address, note)
     select gen_random_uuid(), $1, now() - n * interval '7 seconds', $1, now() - n * interval '7 seconds', $1, 1,
       case when n % 2 = 0 then ${pick('$3::text[]')} || ${pick('$4::text[]')} || case when random() < 0.93 then ${pick('$5::text[]')} else '' end else ${pick('$6::text[]')} || ' ' || ${pick('$7::text[]')} end,
       case when n % 2 = 0 then '+8869' || lpad(floor(random() * 1e8)::bigint::text, 8, '0') when n % 4 = 1 then '+1' || (2000000000 + floor(random() * 7e9)::bigint)::text else '(0' || (2 + n % 7) || ') ' || lpad(floor(random() * 1e4)::text, 4, '0') || '-' || lpad(floor(random() * 1e4)::text, 4, '0') end,
       case when random() < 0.7 then 'user' || n || '@' || (array['gmail.com', 'example.com', 'mail.example.tw', 'hinet.example'])[1 + n % 4] end,
       case when random() < 0.3 then case when n % 2 = 0 then ${pick('$3::text[]')} || ${pick('$5::text[]')} || ${pick('$12::text[]')} || '股份有限公司' else ${pick('$7::text[]')} || ' & Sons Ltd' end end,
       case when n % 2 = 0 then jsonb_build_object('street', ${pick('$8::text[]')} || ${pick('$9::text[]')} || (1 + floor(random() * 5)) || '段' || (1 + floor(random() * 400)) || '號' || (1 + floor(random() * 20)) || '樓', 'country', 'TW')
         else jsonb_build_object('street', (1 + floor(random() * 9000)) || ' ' || ${pick('$10::text[]')}, 'city', ${pick('$11::text[]')}, 'country', 'US') end,
       case when random() < 0.05 then 'Met at the fair; asks for a quote by letter.' end
     from generate_series(1, $2::integer) n`,
    [user, rows, people, first, second, given, family, cities, roads, streets, towns, companies],
  );
}
