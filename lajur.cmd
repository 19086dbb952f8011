@echo off
rem Lajur: builds what is missing, then runs a command. "lajur help" lists them.
setlocal
set "LAJUR_HOME=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "CLASSPATH_FILE=%LAJUR_HOME%installer\target\classpath"
if not exist "%CLASSPATH_FILE%" (
  echo lajur: building, the first time takes some minutes... 1>&2
  pushd "%LAJUR_HOME%"
  call mvn -B -q -DskipTests -Dspotless.check.skip=true package
  if errorlevel 1 (
    popd
    echo lajur: the build failed 1>&2
    exit /b 2
  )
  popd
)
set /p LAJUR_CP=<"%CLASSPATH_FILE%"
"%JAVA%" -Xmx512m -Dfile.encoding=UTF-8 -cp "%LAJUR_HOME%installer\target\classes;%LAJUR_CP%" id.lajur.installer.Lajur %*
exit /b %errorlevel%
