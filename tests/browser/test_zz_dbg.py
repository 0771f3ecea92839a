from tests.browser.test_register import *  # noqa
@pytest.mark.usefixtures("as_maya")
def test_dbg(page, live_server, oak):
    page.goto(f"{live_server.url}{LIST}{oak.pk}/change/")
    print(page.evaluate("""() => [...document.querySelectorAll('body, body *')].filter(e => getComputedStyle(e).backgroundColor == 'rgb(232, 238, 243)').map(e => e.tagName + '#' + e.id + '.' + e.className)"""))
    print(page.evaluate("""() => { const e=document.querySelector('#content-main'); const out=[]; for (const s of document.styleSheets) { try { for (const r of s.cssRules) if (r.selectorText && e.matches(r.selectorText) && r.style.background) out.push(s.href + r.cssText) } catch(x){} } return out }"""))
